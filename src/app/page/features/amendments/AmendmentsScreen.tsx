import { isDisputed } from '#domain/amendments/amendment.ts'
import { amendments } from '#text/nb/screens/amendments.ts'
import { lists } from '#text/nb/screens/lists.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { patientNames } from '../../parts/patient-names.ts'
import { useAmendments } from '../../services/amendments.ts'
import { useNow } from '../../services/use-now.ts'
import { useOpened } from '../../services/use-opened.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { DisputedAmendment } from './DisputedAmendment.tsx'

const words = amendments.disputed

/** What staff signed and a list says otherwise of: what waits for the leader, then what is decided and may be undone. */
export function AmendmentsScreen() {
  const now = useNow()
  const { reading } = useAmendments()
  const all = reading?.kind === 'open' ? reading.value.contradicted : []
  const ids = all.map(({ amendment }) => amendment.patientId)
  const patients = useOpened((core) => core.queries.patientsByName(ids), [ids.join()])
  const nameOf = patientNames(patients, { unknown: lists.notHere, now })
  return (
    <Screen kind="reading" title={words.title} under={words.under}>
      <OpenReading
        reading={reading}
        none={{ title: lists.nothingHere, text: lists.nothingHereText }}
      >
        {({ contradicted }, { isWhole }) => {
          if (contradicted.length === 0) {
            return isWhole && <Notice kind="empty" title={words.empty} text={words.emptyText} />
          }
          const waiting = contradicted.filter(({ amendment }) => isDisputed(amendment))
          const decided = contradicted.filter(({ amendment }) => !isDisputed(amendment))
          const items = (some: typeof contradicted) =>
            some.map((shown) => (
              <DisputedAmendment
                key={shown.amendment.entryId}
                shown={shown}
                name={nameOf(shown.amendment.patientId)}
                now={now}
              />
            ))
          return (
            <>
              {waiting.length === 0 ? (
                <Notice kind="done" title={words.empty} />
              ) : (
                <section>
                  <GroupHeading text={words.waiting(waiting.length)} />
                  {items(waiting)}
                </section>
              )}
              {decided.length === 0 ? null : (
                <section>
                  <GroupHeading text={words.decided} />
                  {items(decided)}
                </section>
              )}
            </>
          )
        }}
      </OpenReading>
    </Screen>
  )
}
