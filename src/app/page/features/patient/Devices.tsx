import { localClock } from '#domain/time/instant.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { deviceNames } from '#domain/patient/device-kind.ts'
import type { PoweredDevice } from '#domain/patient/powered-device.ts'
import { freshness } from '#domain/time/shelf-life.ts'
import { patient as words } from '#text/nb/screens/patient.ts'
import { reserveText, rowFactText } from '#text/nb/words/row-fact.ts'
import { dateWords, durationWords } from '#text/nb/words/time.ts'
import { useNow } from '../../services/use-now.ts'
import { useServiceNames } from '../../services/use-service-names.ts'
import { useDeviceKinds } from '../../services/use-device-kinds.ts'
import { Facts } from '../../ui/Facts.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'

export function Devices({ patient }: { patient: Patient }) {
  const now = useNow()
  const kinds = useDeviceKinds()
  const nameOf = deviceNames(kinds)
  const serviceName = useServiceNames()
  const tested = patient.devices
    .map(({ batteryTestedOn }) => batteryTestedOn)
    .filter((on) => on !== null)
    .toSorted()
    .at(0)
  const devices = patient.devices.map((device) => ({
    label: nameOf(device).title,
    value: deviceText(device, nameOf(device).listedAs),
  }))
  const facts = [
    ...(patient.doseTimes.length === 0
      ? []
      : [{ label: words.doses, value: patient.doseTimes.join(', ') }]),
    ...(patient.supervisionTimes.length === 0
      ? []
      : [{ label: words.supervision, value: patient.supervisionTimes.join(', ') }]),
    ...(patient.services.length === 0
      ? []
      : [{ label: words.services, value: patient.services.map(serviceName).join(' · ') }]),
  ]
  if (facts.length === 0 && devices.length === 0) return null
  const isStale = tested !== undefined && freshness('device', tested, now).state === 'stale'
  return (
    <>
      <GroupHeading
        text={words.devices}
        beside={
          patient.devices.length === 0
            ? undefined
            : tested === undefined
              ? words.neverChecked
              : isStale
                ? words.notCheckedSince(dateWords(tested, localClock(now).on))
                : words.lastChecked(dateWords(tested, localClock(now).on))
        }
      />
      {devices.length === 0 ? <p>{words.noDevices}</p> : <Facts facts={devices} layout="stacked" />}
      {facts.length === 0 ? null : <Facts facts={facts} />}
    </>
  )
}

function deviceText(device: PoweredDevice, listedAs: string | null): string {
  const { description, batteryMinutes, reserve, reserveMinutes, toleranceMinutes } = device
  return [
    listedAs,
    description,
    batteryMinutes === null
      ? words.batteryUnknown
      : batteryMinutes === 0
        ? rowFactText({ kind: 'noBattery' })
        : words.battery(durationWords(batteryMinutes)),
    reserve === null
      ? words.noReserve
      : words.reserve(reserveText({ text: reserve, minutes: reserveMinutes })),
    toleranceMinutes === null
      ? null
      : toleranceMinutes === 0
        ? words.noTolerance
        : words.tolerance(durationWords(toleranceMinutes)),
  ]
    .filter((part) => part !== null)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('. ')
}
