import type { VersionStanding } from '#domain/form-versions/publication.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { forms as words } from '#text/nb/screens/forms.ts'

type VersionLineProps = { form: Questionnaire; standing: VersionStanding }

/** Says which version a draft is written in, when another one has come since, or the form is out of use. */
export function VersionLine({ form, standing }: VersionLineProps) {
  switch (standing.kind) {
    case 'newest':
      return null
    case 'outOfUse':
      return (
        <p className="form-not-shown" role="note">
          {words.formOutOfUse}
        </p>
      )
    case 'older':
      return (
        <p className="form-not-shown" role="note">
          {words.olderVersion(form.version, standing.newest)}
        </p>
      )
  }
}
