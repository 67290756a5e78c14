import { unsupportedFields } from '#domain/form-versions/editing/unsupported-fields.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { formEditor as words } from '#text/nb/screens/form-versions/form-editor.ts'
import { forms } from '#text/nb/screens/forms.ts'
import { obstacleText } from '../../../form-parts/obstacle-text.ts'
import { GroupHeading } from '../../../ui/GroupHeading.tsx'

/** What of a form the app does not show or do, question by question, for the leader who decides whether to issue it. */
export function FormLimits({ form }: { form: Questionnaire }) {
  const fields = unsupportedFields(form)
  if (fields.length === 0) return null
  return (
    <>
      <GroupHeading text={words.limits} />
      <p className="form-text">{words.limitsText}</p>
      <ul className="form-differences">
        {fields.map(({ linkId, text, isHidden, obstacle, lacks }) => (
          <li key={linkId}>
            {words.limitOf(
              text,
              [
                isHidden ? `${words.hidden}.` : null,
                obstacle === null ? null : forms.cannotShow(obstacleText(obstacle)),
                ...lacks.map((lack) => forms.lack[lack]),
              ]
                .filter(Boolean)
                .join(' '),
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
