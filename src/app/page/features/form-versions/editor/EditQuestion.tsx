import { ArrowDownIcon, ArrowUpIcon } from '@navikt/aksel-icons'
import { useState } from 'react'
import type { FormEdit } from '#domain/form-versions/editing/form-edit.ts'
import { findBond, isFixed, mayBeRemoved } from '#domain/form-versions/editing/item-bond.ts'
import type { Questionnaire, QuestionnaireItem } from '#domain/forms/questionnaire.ts'
import { formEditor as words } from '#text/nb/screens/form-versions/form-editor.ts'
import { EditFields } from './EditFields.tsx'
import { kindWords, nameOf } from './question-words.ts'
import { Opened } from '../../../ui/focus/Opened.tsx'

type EditQuestionProps = {
  form: Questionnaire
  item: QuestionnaireItem
  isFirst: boolean
  isLast: boolean
  onMove: (direction: 'up' | 'down', button: HTMLButtonElement) => void
  onEdit: (edit: FormEdit) => void
}

/** One question as it stands, with the buttons that move and change it. */
export function EditQuestion({ form, item, isFirst, isLast, onMove, onEdit }: EditQuestionProps) {
  const [isOpen, setOpen] = useState(false)
  const name = nameOf(item)
  const bond = findBond(item, form)
  const mayChange = !isFixed(item, form)
  return (
    <>
      <div className="question__head">
        <div className="question__words">
          <span className="question__name">{name}</span>
          <span className="question__kind">{kindWords(item)}</span>
          {bond === null ? null : <span className="question__kind">{words.bonds[bond]}</span>}
        </div>
        <div className="question__buttons">
          {mayChange || mayBeRemoved(item, form) ? (
            <button
              type="button"
              className="question__button"
              aria-label={isOpen ? words.closeOf(name) : words.changeOf(name)}
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              {isOpen ? words.close : words.change}
            </button>
          ) : null}
          <button
            type="button"
            className="question__button"
            aria-label={words.up(name)}
            aria-disabled={isFirst}
            onClick={({ currentTarget }) => {
              if (!isFirst) onMove('up', currentTarget)
            }}
          >
            <ArrowUpIcon aria-hidden fontSize="1.5rem" />
          </button>
          <button
            type="button"
            className="question__button"
            aria-label={words.down(name)}
            aria-disabled={isLast}
            onClick={({ currentTarget }) => {
              if (!isLast) onMove('down', currentTarget)
            }}
          >
            <ArrowDownIcon aria-hidden fontSize="1.5rem" />
          </button>
        </div>
      </div>
      {isOpen ? (
        <Opened>
          <EditFields form={form} item={item} onEdit={onEdit} />
        </Opened>
      ) : null}
    </>
  )
}
