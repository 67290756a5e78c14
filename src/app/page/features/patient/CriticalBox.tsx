import type { Patient } from '#domain/patient/patient.ts'
import { patient as words } from '#text/nb/screens/patient.ts'

/** What can be fatal, in its own frame. When nothing is recorded, the frame says so. */
export function CriticalBox({ patient: { critical, livesAlone } }: { patient: Patient }) {
  const cave = critical.filter(({ kind }) => kind === 'cave')
  const others = critical.filter(({ kind }) => kind !== 'cave')
  return (
    <section className={critical.length === 0 ? '' : 'critical'} aria-label={words.criticalTitle}>
      <ul className={critical.length === 0 ? 'medicines' : ''}>
        {cave.map(({ text }) => (
          <li key={text} className="critical__cave">
            {`${words.cave}: ${text}`}
          </li>
        ))}
        {others.map(({ text }) => (
          <li key={text}>{text.charAt(0).toUpperCase() + text.slice(1)}</li>
        ))}
        {critical.length === 0 ? <li>{words.noCritical}</li> : null}
        {livesAlone === true ? <li>{words.livesAlone}</li> : null}
      </ul>
    </section>
  )
}
