import { saysStopped } from '#domain/amendments/amended-doses.ts'
import { type AmendedMedicine, amendedMedicines } from '#domain/amendments/amended-medicines.ts'
import { isStopped } from '#domain/amendments/same-medicine.ts'
import type { ShownAmendment } from '#domain/amendments/beside-amendment.ts'
import { localClock } from '#domain/time/instant.ts'
import type { Medication } from '#domain/patient/medication.ts'
import { amendments as amendmentWords } from '#text/nb/screens/amendments.ts'
import { patient as words } from '#text/nb/screens/patient.ts'
import { medicationWords } from '#text/nb/words/medicines/medication-words.ts'
import { AmendmentLines } from '../../amendment-parts/AmendmentLines.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { factsLine } from '../../parts/facts-line.ts'
import { Tag } from '../../ui/Tag.tsx'
import { useNow } from '../../services/use-now.ts'
import './patient.css'

const kinds = ['regular', 'asNeeded', 'course'] as const

type MedicationSheetProps = {
  medications: readonly Medication[]
  /** What was signed about medicines since the list. */
  amendments: readonly ShownAmendment[]
}

/**
 * The medicines by kind, time-critical ones first, each with what was signed about it since the list. Stopped ones are
 * struck through, never left out; what the sheet does not have comes before it.
 */
export function MedicationSheet({ medications, amendments }: MedicationSheetProps) {
  const lines = amendedMedicines(medications, amendments)
  const own = lines.filter(({ medication }) => medication === null)
  return (
    <>
      {own.length === 0 ? null : (
        <section aria-label={amendmentWords.title}>
          <GroupHeading text={amendmentWords.title} />
          <ul className="medicines">
            {own.map(({ amendments: about }) => (
              <li key={about[0]?.amendment.entryId} className="medicine">
                <AmendmentLines about={about} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {kinds.map((kind) => (
        <OfKind key={kind} kind={kind} lines={lines} />
      ))}
    </>
  )
}

type Line = { medication: Medication; amendments: AmendedMedicine['amendments'] }

function OfKind({ kind, lines }: { kind: Medication['kind']; lines: readonly AmendedMedicine[] }) {
  const shown = lines.flatMap(({ medication, amendments }): Line[] =>
    medication?.kind === kind ? [{ medication, amendments }] : [],
  )
  if (shown.length === 0) return null
  return (
    <section aria-label={words.medicationKind[kind]}>
      <GroupHeading
        text={words.medicationKind[kind]}
        beside={words.medicationLines(shown.length)}
      />
      <ul className="medicines">
        {shown
          .toSorted((a, b) => Number(b.medication.timeCritical) - Number(a.medication.timeCritical))
          .map((line, index) => (
            <MedicationLine key={`${line.medication.name}-${index}`} {...line} />
          ))}
      </ul>
    </section>
  )
}

function MedicationLine({ medication: line, amendments }: Line) {
  const { on } = localClock(useNow())
  const { name, what, times, dosage, notes } = medicationWords(line, on)
  const isCrossedOut = isStopped(line, on) || amendments.some(saysStopped)
  return (
    <li className={isCrossedOut ? 'medicine medicine--stopped' : 'medicine'}>
      <p className="medicine__name">
        <span>{name}</span>
        {line.timeCritical ? <Tag text={words.timeCritical} tone="deadline" /> : null}
      </p>
      <AmendmentLines about={amendments} />
      {times.length === 0 ? null : <p>{times.join(' · ')}</p>}
      {dosage.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p className="medicine__facts">{factsLine(...what, line.route, ...notes)}</p>
    </li>
  )
}
