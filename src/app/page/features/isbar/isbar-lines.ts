import { deviceNames, type DeviceKind } from '#domain/patient/device-kind.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import { addressShown, phoneShown } from '#domain/patient/address-shown.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { type Instant, localClock } from '#domain/time/instant.ts'
import type { EmployeeProfile } from '#domain/vault/employee-profile.ts'
import { isbar as words } from '#text/nb/screens/incident/isbar.ts'
import { fullAddress } from '#text/nb/words/address.ts'
import { contactStateText } from '#text/nb/words/incident/person-fact.ts'
import { phoneText } from '#text/nb/words/phone.ts'
import { rowFactText } from '#text/nb/words/row-fact.ts'
import { ageWords, capitalized, fullDate, momentWords } from '#text/nb/words/time.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import type { CountdownRow } from '#app/bridge/incident-queries.ts'
import { rowTime } from '../../parts/row-time.ts'
import type { KnownOfPatient } from './read-isbar.ts'

type About = KnownOfPatient & {
  patient: Patient
  /** Null when nothing is down where she lives. */
  incident: Incident | null
  kinds: readonly DeviceKind[]
  now: Instant
}

type Caller = Pick<EmployeeProfile['author'], 'name' | 'title'> & Pick<EmployeeProfile, 'zones'>

/** Who calls, and about whom. */
export function identificationLines({ patient, now }: About, caller: Caller): string[] {
  const zone = caller.zones.find(({ id }) => id === patient.zone)
  const phone = phoneShown(patient)
  const born =
    patient.bornOn === null
      ? words.bornUnknown
      : words.born(fullDate(patient.bornOn), ageWords(patient.bornOn, localClock(now).on))
  return [
    words.caller(
      caller.name,
      caller.title,
      zone === undefined ? patient.zone : zoneText(zone.name),
    ),
    words.about(patient.name, born),
    addressLine(patient),
    ...(phone === null ? [] : [words.phone(phoneText(phone))]),
  ]
}

function addressLine(patient: Patient): string {
  const shown = addressShown(patient)
  switch (shown.kind) {
    case 'address':
      return words.address(fullAddress(shown.address))
    case 'protectedAddress':
      return words.addressHidden
    case 'noAddress':
      return words.addressMissing
  }
}

/** What is down and since when, and what that means for her devices. */
export function situationLines({ incident, person, now }: About): string[] {
  const fails =
    incident === null
      ? words.nothingFails
      : words.failing(incident.symptoms, momentWords(incident.startsAt, now))
  return [fails, ...(person?.rows ?? []).map((row) => batteryLine(row, now)), words.sayWhatHappens]
}

function batteryLine({ facts, emptyAt }: CountdownRow, now: Instant): string {
  const textOf = (kind: string) => facts.filter((fact) => fact.kind === kind).map(rowFactText)
  const device = [...textOf('device'), ...textOf('noDevice')].join()
  const reserve = [...textOf('reserve'), ...textOf('noReserve')].map((text) => ` ${text}.`).join('')
  if (emptyAt === null) return words.unknownBattery(device) + reserve
  const { distance } = rowTime(emptyAt, now)
  const when = momentWords(emptyAt, now)
  return (
    (emptyAt < now ? words.emptied(device, when) : words.empty(device, when, distance)) + reserve
  )
}

/** What can kill first, then what a stranger has to know. */
export function backgroundLines({ patient, details, kinds }: About): string[] {
  const { critical, devices, livesAlone, mobility, communication } = patient
  const nameOf = deviceNames(kinds)
  const texts = (kind: 'cave' | 'other') =>
    critical.filter((one) => (one.kind === 'cave') === (kind === 'cave')).map(({ text }) => text)
  return [
    ...texts('cave').map(words.cave),
    ...texts('other').map((text) => `${capitalized(text)}.`),
    ...devices.map((device) =>
      words.device([nameOf(device).title, device.description].filter(Boolean).join(', ')),
    ),
    ...(livesAlone === null ? [] : [livesAlone ? words.livesAlone : words.livesWithOthers]),
    ...(mobility === null ? [] : [words.mobility(mobility)]),
    ...(communication === null ? [] : [words.communication(communication)]),
    ...(details === null ? [words.detailsMissing] : []),
    ...(details === null || details.diagnoses.length === 0
      ? []
      : [words.diagnoses(details.diagnoses.join(', '))]),
    ...(details?.resuscitation ? [words.resuscitation(details.resuscitation)] : []),
  ]
}

/** What is recorded of how urgent it is; what she sees herself she says herself. */
export function assessmentLines({ patient: { priority }, person, now }: About): string[] {
  const contact = person?.contact?.shown
  const dueAt = (person?.rows ?? [])
    .map((row) => row.dueAt)
    .toSorted()
    .at(0)
  return [
    ...(priority === null ? [] : [words.level(priority.level, priority.confirmed !== null)]),
    ...(dueAt === undefined ? [] : [words.helpBy(momentWords(dueAt, now))]),
    ...(person === null
      ? []
      : [
          contact === undefined
            ? words.noContact
            : words.lastContact(
                contactStateText[contact.body.state],
                momentWords(contact.at, now),
                contact.author.name,
              ),
        ]),
    words.sayWhatYouSee,
  ]
}
