import type { Instant } from '#domain/time/instant.ts'
import type { ItemRefusal } from '#domain/forms/questionnaire-check.ts'
import type { Answer } from '#domain/forms/questionnaire-response.ts'
import type { Answers } from '#domain/forms/questionnaire-rules.ts'
import type { QuestionnaireItem } from '#domain/forms/questionnaire.ts'
import { FormField } from './FormField.tsx'
import { faultText } from './fault-text.ts'
import './forms.css'

type FormItemsProps = {
  items: readonly QuestionnaireItem[]
  answers: Answers
  refusals: readonly ItemRefusal[]
  now: () => Instant
  onAnswer: (linkId: string, given: readonly Answer[]) => void
}

/** The small renderer of a FHIR Questionnaire: groups, texts and fields in the form's own order. */
export function FormItems({ items, ...rest }: FormItemsProps) {
  return items.map((item) => {
    if (item.type === 'display') {
      return (
        <p key={item.linkId} className="form-text">
          {item.text}
        </p>
      )
    }
    if (item.type === 'group') {
      return (
        <fieldset key={item.linkId} className="form-group">
          <legend>{item.text}</legend>
          <FormItems items={item.item ?? []} {...rest} />
        </fieldset>
      )
    }
    const refusal = rest.refusals.find(({ linkId }) => linkId === item.linkId)
    return (
      <div key={item.linkId}>
        <FormField
          item={item}
          given={rest.answers[item.linkId] ?? []}
          fault={refusal === undefined ? undefined : faultText(refusal, item)}
          now={rest.now}
          onAnswer={(given) => rest.onAnswer(item.linkId, given)}
        />
        {item.item === undefined ? null : <FormItems items={item.item} {...rest} />}
      </div>
    )
  })
}
