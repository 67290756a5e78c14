import { joinPatients as words } from '#text/nb/screens/new-patients.ts'
import { lists } from '#text/nb/screens/lists.ts'
import type { NewPatient } from '#app/bridge/new-patients.ts'
import { OpenReading } from '../../parts/OpenReading.tsx'
import { useNow } from '../../services/use-now.ts'
import { useOpened } from '../../services/use-opened.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { NewPatientItem } from './NewPatientItem.tsx'

/** The temporary patients, each with whom of the lists she may be: those who wait first, then those who are joined. */
export function NewPatientsScreen() {
  const now = useNow()
  const reading = useOpened((core) => core.queries.newPatients())
  const items = (some: readonly NewPatient[]) =>
    some.map((one) => <NewPatientItem key={one.temporary.id} newPatient={one} now={now} />)
  return (
    <Screen kind="reading" title={words.title} under={words.under} busy={reading === undefined}>
      <OpenReading
        reading={reading}
        none={{ title: lists.nothingHere, text: lists.nothingHereText }}
      >
        {(all, { isWhole }) => {
          if (all.length === 0) {
            return isWhole && <Notice kind="empty" title={words.empty} text={words.emptyText} />
          }
          const joined = all.filter(isJoined)
          const waiting = all.filter((one) => !isJoined(one))
          return (
            <>
              {waiting.length === 0 ? null : (
                <section aria-label={words.waiting(waiting.length)}>
                  <GroupHeading text={words.waiting(waiting.length)} />
                  {items(waiting)}
                </section>
              )}
              {joined.length === 0 ? null : (
                <section aria-label={words.joinedTitle}>
                  <GroupHeading text={words.joinedTitle} />
                  {items(joined)}
                </section>
              )}
            </>
          )
        }}
      </OpenReading>
    </Screen>
  )
}

function isJoined({ decisions }: NewPatient): boolean {
  return decisions.some(({ decision }) => decision.kind === 'same')
}
