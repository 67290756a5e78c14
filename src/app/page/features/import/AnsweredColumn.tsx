import { useState } from 'react'
import type { SectionId } from '#domain/base/ids.ts'
import type { ColumnAnswer } from '#domain/roster/column-question.ts'
import { importLists as words } from '#text/nb/screens/import.ts'
import { columnChoices } from './column-choices.ts'
import { ColumnQuestionPart } from './ColumnQuestionPart.tsx'
import { Opened } from '../../ui/focus/Opened.tsx'

type AnsweredColumnProps = {
  answer: ColumnAnswer
  section: SectionId
  isBusy: boolean
  onSaved: () => void
}

/** A column that is read as somebody has said before, which can be said anew. */
export function AnsweredColumn({ answer, section, isBusy, onSaved }: AnsweredColumnProps) {
  const { heading, column } = answer
  const [isChanging, setChanging] = useState(false)
  const isOrder = columnChoices.nameOrder.some((choice) => choice === column)
  const text = words.columnRead(heading, words.columnNames[column])
  if (isChanging) {
    return (
      <Opened>
        <ColumnQuestionPart
          question={{ heading, about: isOrder ? 'nameOrder' : 'healthFacts' }}
          label={text}
          section={section}
          isBusy={isBusy}
          onSaved={() => {
            setChanging(false)
            onSaved()
          }}
        />
      </Opened>
    )
  }
  return (
    <p className="import__answered">
      {text}{' '}
      <button type="button" className="link" disabled={isBusy} onClick={() => setChanging(true)}>
        {words.changeColumn(heading)}
      </button>
    </p>
  )
}
