import { PublishForm, type PublishFormAnswer } from '#contract/forms/publish-form.ts'
import { formReferenceOf } from '#domain/forms/form-reference.ts'
import { Refused } from '../../base/refused.ts'
import { publishForm } from '../../forms/publish-form.ts'
import type { SignedInHandler } from '../../http/serve-routes.ts'
import { asFormKeeper, type FormServices, logForm } from './as-form-keeper.ts'

/** Issues a version of a form for a leader, under the name of her account. */
export function publishFormRoute(services: FormServices): SignedInHandler {
  return async ({ request, signedIn }): Promise<PublishFormAnswer> => {
    const message = PublishForm.parse(request.body)
    const issued = await asFormKeeper(services, signedIn, (streams, context) =>
      publishForm(streams, message, context),
    )
    if (!issued.ok) throw new Refused(issued.refusal)
    logForm(request, signedIn, { form: formReferenceOf(issued.value) }, 'form version issued')
    return { form: issued.value }
  }
}
