import { Link } from 'react-router'
import { joinPatients as words } from '#text/nb/screens/new-patients.ts'
import { paths } from '../../paths/paths.ts'
import { useOpened } from '../../services/use-opened.ts'

/** That there are temporary patients whom the list may have by now; nothing when there are none. */
export function NewPatientsLine() {
  const reading = useOpened((core) => core.queries.newPatients())
  const waiting = (reading?.kind === 'open' ? reading.value : []).filter(
    ({ decisions }) => !decisions.some(({ decision }) => decision.kind === 'same'),
  )
  if (waiting.length === 0) return null
  return (
    <section aria-label={words.title}>
      <p>{words.afterImport(waiting.length)}</p>
      <Link className="link" to={paths.newPatients.to()}>
        {words.decide}
      </Link>
    </section>
  )
}
