import { AssessForm } from '#contract/assess-form.ts'
import { PublishForm } from '#contract/forms/publish-form.ts'
import { SetFormUse } from '#contract/forms/set-form-use.ts'
import { routes } from '#contract/routes.ts'
import { besoksnotat } from '#content/forms/besoksnotat.ts'
import { copyDraft } from '#domain/form-versions/form-draft.ts'

/** A valid message to each route of the municipality's forms. */
export const formMessages = {
  assessForm: {
    route: routes.assessForm,
    schema: AssessForm,
    message: { form: 'news@1', isInUse: true },
  },
  publishForm: {
    route: routes.publishForm,
    schema: PublishForm,
    message: { form: copyDraft(besoksnotat, 'Vårt notat').form, before: null },
  },
  setFormUse: {
    route: routes.setFormUse,
    schema: SetFormUse,
    message: { form: 'kartlegging', isInUse: false },
  },
}
