import { localClock } from '#domain/time/instant.ts'
import type { Medication } from '#domain/patient/medication.ts'
import { patient as words } from '#text/nb/screens/patient.ts'
import { dateWords } from '#text/nb/words/time.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { factsLine } from '../../parts/facts-line.ts'
import { Tag } from '../../ui/Tag.tsx'
import { useNow } from '../../services/use-now.ts'
import './patient.css'

const kinds = ['regular', 'asNeeded', 'course'] as const

/** The medicines by kind, time-critical ones first. Stopped ones are struck through, never left out. */
export function MedicationSheet({ medications }: { medications: readonly Medication[] }) {
  return kinds.map((kind) => {
    const lines = medications.filter((line) => line.kind === kind)
    if (lines.length === 0) return null
    return (
      <section key={kind} aria-label={words.medicationKind[kind]}>
        <GroupHeading
          text={words.medicationKind[kind]}
          beside={words.medicationLines(lines.length)}
        />
        <ul className="medicines">
          {lines
            .toSorted((a, b) => Number(b.timeCritical) - Number(a.timeCritical))
            .map((line, index) => (
              <MedicationLine key={`${line.name}-${index}`} line={line} />
            ))}
        </ul>
      </section>
    )
  })
}

function MedicationLine({ line }: { line: Medication }) {
  const { on } = localClock(useNow())
  const what = [line.activeIngredient, line.form, line.route]
  const doses = line.doses.map(({ at, amount }) => `${at} ${amount}`).join(' · ')
  const rest = [
    line.indication,
    line.multidose ? words.multidose : null,
    line.stoppedOn === null ? null : words.stopped(dateWords(line.stoppedOn, on)),
    line.remark,
  ]
  return (
    <li className={line.stoppedOn === null ? 'medicine' : 'medicine medicine--stopped'}>
      <p className="medicine__name">
        <span>{[line.name, line.strength].filter(Boolean).join(' ')}</span>
        {line.timeCritical ? <Tag text={words.timeCritical} tone="deadline" /> : null}
      </p>
      {doses === '' ? null : <p>{doses}</p>}
      {line.dosageText === null ? null : <p>{line.dosageText}</p>}
      <p className="medicine__facts">{factsLine(...what, ...rest)}</p>
    </li>
  )
}
