import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { FormEdit } from '#domain/form-versions/editing/form-edit.ts'
import type { Questionnaire, QuestionnaireItem } from '#domain/forms/questionnaire.ts'
import { formEditor as words } from '#text/nb/screens/form-versions/form-editor.ts'
import { EditQuestion } from './EditQuestion.tsx'
import { nameOf } from './question-words.ts'

type QuestionListProps = {
  form: Questionnaire
  onEdit: (edit: FormEdit) => void
  /** Null when there is no removal to undo. */
  onUndo: (() => void) | null
}

/** The questions in their order, those of a group below it. What was done last is read aloud. */
export function QuestionList({ form, onEdit, onUndo }: QuestionListProps) {
  const [report, setReport] = useState('')
  const undo = useRef<HTMLButtonElement>(null)

  function edit(change: FormEdit, item: QuestionnaireItem, place: number) {
    if (change.kind === 'move') setReport(words.movedTo(nameOf(item), place))
    if (change.kind !== 'remove') return onEdit(change)
    setReport(words.removed(nameOf(item)))
    flushSync(() => onEdit(change))
    // The button that was pressed is gone with its question.
    undo.current?.focus()
  }

  return (
    <>
      {form.item.length === 0 ? <p>{words.noQuestions}</p> : null}
      <Questions form={form} items={form.item} onEdit={edit} />
      <div className="form-editor__report">
        <p role="status">{report}</p>
        {onUndo === null ? null : (
          <button
            type="button"
            className="link"
            ref={undo}
            onClick={() => {
              setReport('')
              onUndo()
            }}
          >
            {words.undo}
          </button>
        )}
      </div>
    </>
  )
}

type QuestionsProps = {
  form: Questionnaire
  items: readonly QuestionnaireItem[]
  onEdit: (edit: FormEdit, item: QuestionnaireItem, place: number) => void
}

function Questions({ form, items, onEdit }: QuestionsProps) {
  if (items.length === 0) return null
  return (
    <ol className="questions">
      {items.map((item, at) => {
        const { linkId } = item
        const move = (direction: 'up' | 'down', button: HTMLButtonElement) => {
          const place = direction === 'up' ? at : at + 2
          // A question that changes places is taken out of the page for a moment, and its button loses focus.
          flushSync(() => onEdit({ kind: 'move', linkId, direction }, item, place))
          button.focus()
        }
        return (
          <li key={linkId} className="question">
            <EditQuestion
              form={form}
              item={item}
              isFirst={at === 0}
              isLast={at === items.length - 1}
              onMove={move}
              onEdit={(edit) => onEdit(edit, item, at + 1)}
            />
            <Questions form={form} items={item.item ?? []} onEdit={onEdit} />
          </li>
        )
      })}
    </ol>
  )
}
