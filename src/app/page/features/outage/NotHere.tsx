import type { PatientId } from '#domain/base/ids.ts'
import { peopleInOutage as words } from '#text/nb/screens/people/people-in-outage.ts'
import { phoneLink, phoneText } from '#text/nb/words/phone.ts'
import type { Elsewhere } from '#app/bridge/incident-queries.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { useOpened } from '../../services/use-opened.ts'
import { Notice } from '../../ui/Notice.tsx'
import { noRows } from './OutageScreen.tsx'

/** «Ikke på denne telefonen – sone X, tlf. …»: with whom to ask, and never an endless wait. */
export function NotHere({ patientId }: { patientId: PatientId }) {
  const reading = useOpened((core) => core.incidents.whereIs(patientId), [patientId])
  return (
    <OpenReading reading={reading} none={noRows}>
      {(elsewhere) => (
        <Notice kind="empty" title={elsewhereText(elsewhere)} text={words.notHereText}>
          {elsewhere === null ? null : <WhomToAsk elsewhere={elsewhere} />}
        </Notice>
      )}
    </OpenReading>
  )
}

/** «HDU-vakt, tlf. 33 00 00 00»; nothing where the phone knows nobody to ask. */
export function WhomToAsk({ elsewhere: { phone, role } }: { elsewhere: Elsewhere }) {
  if (phone === null) return null
  return (
    <a className="phone-link" href={phoneLink(phone)}>
      {[role, words.phone(phoneText(phone))].filter((part) => part !== null).join(', ')}
    </a>
  )
}

export function elsewhereText(elsewhere: Elsewhere | null): string {
  return words.notHere(elsewhere?.zone?.name)
}
