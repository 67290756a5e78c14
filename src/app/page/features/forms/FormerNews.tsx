import { notesInForce } from '#domain/entries/note-additions.ts'
import type { PatientId } from '#domain/base/ids.ts'
import { findCalculation } from '#domain/forms/calculations.ts'
import { answersTo } from '#domain/forms/response-lines.ts'
import { formIdOf } from '#domain/forms/form-reference.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { writtenNotes } from '#domain/vault/written-notes.ts'
import { answerText } from '#text/nb/words/answer.ts'
import { forms as words } from '#text/nb/screens/forms.ts'
import { dayAndMomentWords } from '#text/nb/words/time.ts'
import { useNow } from '../../services/use-now.ts'
import { useOpened } from '../../services/use-opened.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'

/** As many as tell how it has gone, on a small screen. */
const shown = 5

type FormerNewsProps = { form: Questionnaire; patientId: PatientId }

/** The patient's former sums of this form, newest first: those that this phone knows of. Nothing is said of where they go. */
export function FormerNews({ form, patientId }: FormerNewsProps) {
  const now = useNow()
  const sum = form.item.find((item) => findCalculation(item)?.kind === 'newsSum')?.linkId
  const former = useOpened(
    async ({ reader, vault }) => {
      const [journal, own] = await Promise.all([
        reader.listNotesAbout(patientId),
        vault.entries.listOwn(),
      ])
      const notes = journal.kind === 'open' ? journal.value : []
      return notesInForce(writtenNotes(notes, own.ok ? own.value : [], patientId)).filter(
        (note) => formIdOf(note.form) === form.name,
      )
    },
    [patientId, form.name],
  )
  if (sum === undefined || former === undefined) return null
  return (
    <section aria-label={words.formerSums}>
      <GroupHeading text={words.formerSums} />
      {former.length === 0 ? (
        <p className="form-text">{words.noFormerSums}</p>
      ) : (
        <ul className="form-former">
          {former.slice(0, shown).map(({ entryId, eventAt, response }) => (
            <li key={entryId}>
              <strong>{answersTo(response.item, sum).map(answerText).join(', ')}</strong>{' '}
              {dayAndMomentWords(eventAt, now)}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
