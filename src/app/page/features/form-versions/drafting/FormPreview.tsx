import { useState } from 'react'
import type { Answers } from '#domain/forms/asked-items.ts'
import { withAnswer } from '#domain/forms/asked-items.ts'
import { filledForm } from '#domain/forms/filled-form.ts'
import { initialAnswers } from '#domain/forms/filling/initial-answers.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { formEditor as words } from '#text/nb/screens/form-versions/form-editor.ts'
import { FormItems } from '../../../form-parts/FormItems.tsx'
import { FormLacks } from '../../../form-parts/FormLacks.tsx'
import type { FormWriting } from '../../../form-parts/form-field.ts'
import { useServices } from '../../../services/services.ts'
import './form-versions.css'

/** A form as the nurses have it, as wide as their phones. What is written in it is gone with the screen. */
export function FormPreview({ form }: { form: Questionnaire }) {
  const { clock } = useServices()
  const [answers, setAnswers] = useState<Answers>(() => initialAnswers(form))
  const [writing] = useState<FormWriting>(() => ({
    now: clock.now,
    onAnswer: (key, given) => setAnswers((before) => withAnswer(before, key, given)),
    onReshape: (shape) => setAnswers(shape),
  }))
  return (
    <section className="form-preview" aria-label={words.preview}>
      <p className="form-preview__title">{form.title}</p>
      <FormLacks form={form} />
      <FormItems
        form={form}
        items={filledForm(form, answers).asked}
        refusals={[]}
        writing={writing}
      />
    </section>
  )
}
