import { useState } from 'react'
import { deviceNames } from '#domain/patient/device-kind.ts'
import type { PoweredDevice } from '#domain/patient/powered-device.ts'
import type { PowerFinding } from '#domain/people/person-fact.ts'
import { personInIncident as words } from '#text/nb/screens/people/person-in-incident.ts'
import type { PersonReading } from '#app/bridge/incident-queries.ts'
import { useDeviceKinds } from '../../../services/use-device-kinds.ts'
import { ChipButton } from '../../../ui/ChipButton.tsx'
import { GroupHeading } from '../../../ui/GroupHeading.tsx'
import type { PersonSaying } from '../use-person-saying.ts'
import { HowLong } from './HowLong.tsx'
import { saidAndUndone } from './standing-history.ts'
import { nothingFound, swapFinding, swapOf } from './swap-of.ts'
import { Opened } from '../../../ui/focus/Opened.tsx'

/** «Noe nytt om apparatet?»: each press is one fact, which sorts the list anew. */
export function DeviceNews({ person, saying }: { person: PersonReading; saying: PersonSaying }) {
  const { patient, rows } = person
  const [asked, setAsked] = useState<PoweredDevice | null>(null)
  const nameOf = deviceNames(useDeviceKinds())
  const devices = rows.map(({ device }) => device).filter((device) => device !== null)
  const last = latestFinding(person)

  function found(finding: Partial<PowerFinding>) {
    void saying.say(patient.zone, [
      { kind: 'power', finding: { ...nothingFound(patient.id), ...finding } },
    ])
  }

  if (asked !== null) {
    return (
      <Opened>
        <HowLong
          device={asked}
          title={nameOf(asked).title}
          onCancel={() => setAsked(null)}
          onAnswer={(minutes) => {
            setAsked(null)
            found(swapFinding(asked, minutes, words.swappedNotKnown))
          }}
        />
      </Opened>
    )
  }
  return (
    <>
      <GroupHeading text={words.news} />
      <div className="chips">
        {devices.map((device) => (
          <ChipButton key={device.id} onPress={() => setAsked(device)}>
            {devices.length === 1
              ? words.swapped[swapOf(device)]
              : words.swappedOf(words.swapped[swapOf(device)], nameOf(device).title)}
          </ChipButton>
        ))}
        <ChipButton onPress={() => found({ hasPower: last?.hasPower !== true })}>
          {last?.hasPower === true ? words.lostPower : words.hasPower}
        </ChipButton>
        <ChipButton
          onPress={() =>
            void saying.say(patient.zone, [
              { kind: 'contact', patientId: patient.id, state: 'moved', word: null },
            ])
          }
        >
          {words.moved}
        </ChipButton>
        <ChipButton onPress={() => found({ someoneThere: last?.someoneThere !== true })}>
          {last?.someoneThere === true ? words.alone : words.someoneThere}
        </ChipButton>
      </div>
    </>
  )
}

/** What is known of power and company by calls and visits, each part by the newest that said something of it. */
function latestFinding({ history }: PersonReading) {
  const { said, undone } = saidAndUndone(history)
  const findings = said.flatMap(({ entryId, body }) =>
    body.kind === 'power' && !undone.has(entryId) ? [body.finding] : [],
  )
  return {
    hasPower: findings.find(({ hasPower }) => hasPower !== null)?.hasPower ?? null,
    someoneThere: findings.find(({ someoneThere }) => someoneThere !== null)?.someoneThere ?? null,
  }
}
