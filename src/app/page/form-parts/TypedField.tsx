import { useRef } from 'react'
import { type Instant, localClock } from '#domain/time/instant.ts'
import { itemControl, itemKind, type ItemKind } from '#domain/forms/item-kind.ts'
import { helpOf, unitOf } from '#domain/forms/item-limits.ts'
import type { Answer } from '#domain/forms/questionnaire-response.ts'
import type { QuestionnaireItem } from '#domain/forms/questionnaire.ts'
import { lacksOf } from '#domain/forms/unsupported-parts.ts'
import { forms as words } from '#text/nb/screens/forms.ts'
import { TextField } from '../ui/TextField.tsx'
import { labelOf } from './form-field.ts'
import { answersFromText, textFromAnswer } from './typed-answer.ts'

type TypedFieldProps = {
  item: QuestionnaireItem
  /** When the question has several rows: the row's own name. */
  label?: string
  answer: Answer | undefined
  fault: string | undefined
  now: () => Instant
  onAnswer: (answers: Answer[]) => void
}

/** What is typed is kept as it is typed, also before it can be read as a date or a number. */
export function TypedField({ item, label, answer, fault, now, onAnswer }: TypedFieldProps) {
  const place = useRef<HTMLDivElement>(null)
  const kind = itemKind(item)
  const unit = unitOf(item)
  const atOnce = momentNow(item)

  function setNow(made: Answer) {
    const field = place.current?.querySelector('input')
    if (field !== null && field !== undefined) field.value = textFromAnswer(made, now())
    onAnswer([made])
  }

  return (
    <div ref={place}>
      <TextField
        label={label ?? labelOf(item)}
        help={helpText(item)}
        kind={fieldKind(kind)}
        from={textFromAnswer(answer, now())}
        fault={fault}
        isRequired={item.required === true}
        onType={(text) => onAnswer(answersFromText(item, text, now()))}
        onLeave={(field) => {
          const [typed] = answersFromText(item, field.value, now())
          field.value = textFromAnswer(typed, now())
        }}
        beside={
          atOnce !== null ? (
            <button type="button" className="field__now" onClick={() => setNow(atOnce(now()))}>
              {kind === 'date' ? words.today : words.now}
            </button>
          ) : unit?.unit === undefined ? undefined : (
            <span className="field__unit">{unit.unit}</span>
          )
        }
      />
    </div>
  )
}

/** What the form says below the label, and what it does that is not done here. */
export function helpText(item: QuestionnaireItem): string | undefined {
  const said = [helpOf(item), ...lacksOf(item).map((lack) => words.lack[lack])]
    .filter(Boolean)
    .join(' ')
  return said === '' ? undefined : said
}

/** A form may ask for a year or a month alone, which is no day. */
function momentNow(item: QuestionnaireItem): ((now: Instant) => Answer) | null {
  const kind = itemKind(item)
  if (kind === 'dateTime') return (now) => ({ valueDateTime: now })
  const isDay = !['year', 'yearMonth'].includes(itemControl(item) ?? '')
  if (kind === 'date') return isDay ? (now) => ({ valueDate: localClock(now).on }) : null
  return kind === 'time' ? (now) => ({ valueTime: `${localClock(now).at}:00` }) : null
}

function fieldKind(kind: ItemKind): 'text' | 'long' | 'number' | 'decimal' {
  if (kind === 'text') return 'long'
  if (kind === 'integer') return 'number'
  return kind === 'decimal' || kind === 'quantity' ? 'decimal' : 'text'
}
