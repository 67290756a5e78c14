import type { PatientId } from '#domain/base/ids.ts'
import { peopleInOutage as words } from '#text/nb/screens/people/people-in-outage.ts'
import { elsewhereText, WhomToAsk } from '../../incident-parts/WhomToAsk.tsx'
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
