import { useState } from 'react'
import type { SectionId } from '#domain/base/ids.ts'
import type { ColumnAnswer, ColumnQuestion } from '#domain/roster/column-question.ts'
import { importLists as words } from '#text/nb/screens/import.ts'
import { useServices } from '../../services/services.ts'
import { Action } from '../../ui/Action.tsx'
import { Chips } from '../../ui/Chips.tsx'
import { columnChoices } from './column-choices.ts'

type ColumnQuestionPartProps = {
  question: Pick<ColumnQuestion, 'heading' | 'about'>
  label: string
  help?: string
  section: SectionId
  isBusy: boolean
  onSaved: () => void
}

/** What a column means; the answer is remembered for the section's lists. */
export function ColumnQuestionPart(props: ColumnQuestionPartProps) {
  const { question, label, help, section, isBusy, onSaved } = props
  const { heading, about } = question
  const { api } = useServices()
  const [column, setColumn] = useState<ColumnAnswer['column'] | null>(null)
  const [isSaving, setSaving] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const choices = columnChoices[about]

  async function save(chosen: ColumnAnswer['column']) {
    setFault(null)
    setSaving(true)
    const answer = await api.saveColumnAnswer({ section, heading, column: chosen })
    setSaving(false)
    if (answer.ok) onSaved()
    else setFault(answer.refusal.kind === 'unreachable' ? words.notSaved : answer.refusal.text)
  }

  return (
    <section aria-label={words.columnTitle(heading)} className="import__question">
      <Chips
        label={label}
        help={help}
        count="one"
        choices={choices.map((value) => ({ value, label: words.columnNames[value] }))}
        chosen={column === null ? [] : [column]}
        fault={fault ?? undefined}
        onChoose={([value]) => setColumn(choices.find((one) => one === value) ?? null)}
      />
      <Action
        rank="second"
        isBusy={isSaving}
        isDisabled={column === null || isSaving || isBusy}
        onPress={() => {
          if (column !== null) void save(column)
        }}
      >
        {words.saveColumn}
      </Action>
    </section>
  )
}
