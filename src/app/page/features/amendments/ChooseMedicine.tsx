import { isStopped, medicineName } from '#domain/amendments/same-medicine.ts'
import type { Medication } from '#domain/patient/medication.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { localClock } from '#domain/time/instant.ts'
import { amendments as words } from '#text/nb/screens/amendments.ts'
import { shell } from '#text/nb/screens/shell.ts'
import { medicineText } from '#text/nb/words/amendments/amendment.ts'
import { useNow } from '../../services/use-now.ts'
import { useOpened } from '../../services/use-opened.ts'
import { Action } from '../../ui/Action.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Notice } from '../../ui/Notice.tsx'

type ChooseMedicineProps = {
  patient: Patient
  /** Null for a medicine that is not on the sheet. */
  onChoose: (medicine: string | null) => void
  onBack: () => void
}

/** The medicines of the patient's sheet, each with what is given today. */
export function ChooseMedicine({ patient, onChoose, onBack }: ChooseMedicineProps) {
  const { on } = localClock(useNow())
  const reading = useOpened(
    (core) => core.reader.findDetails(patient.id, patient.zone),
    [patient.id, patient.zone],
  )
  const sheet = reading?.kind === 'open' ? reading.value : null
  const given = (sheet?.medications ?? []).filter((line) => !isStopped(line, on))
  return (
    <>
      <GroupHeading text={words.whichMedicine} />
      {reading === undefined ? <Notice kind="waiting" title={shell.waiting} /> : null}
      {reading !== undefined && sheet === null ? <p>{words.noSheet}</p> : null}
      <div className="stack amend">
        {given.map((line, place) => (
          <Action
            key={`${medicineName(line)}-${place}`}
            rank="second"
            onPress={() => onChoose(medicineName(line))}
          >
            {lineText(line)}
          </Action>
        ))}
        <Action rank="second" onPress={() => onChoose(null)}>
          {words.otherMedicine}
        </Action>
        <button type="button" className="link" onClick={onBack}>
          {words.back}
        </button>
      </div>
    </>
  )
}

/** «Furix 40 mg: 1 tablett kl. 08:00» */
function lineText(line: Medication): string {
  const [name, dose] = [medicineName(line), medicineText(line)]
  return name === dose ? name : `${name}: ${dose}`
}
