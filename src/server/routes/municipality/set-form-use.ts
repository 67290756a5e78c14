import { SetFormUse, type SetFormUseAnswer } from '#contract/forms/set-form-use.ts'
import { Refused } from '../../base/refused.ts'
import { setFormUse } from '../../forms/set-form-use.ts'
import type { SignedInHandler } from '../../http/serve-routes.ts'
import { asFormKeeper, type FormServices, logForm } from './as-form-keeper.ts'

/** Takes a form out of use for a leader, or into it again. */
export function setFormUseRoute(services: FormServices): SignedInHandler {
  return async ({ request, signedIn }): Promise<SetFormUseAnswer> => {
    const message = SetFormUse.parse(request.body)
    const saved = await asFormKeeper(services, signedIn, (streams, context) =>
      setFormUse(streams, message, context),
    )
    if (!saved.ok) throw new Refused(saved.refusal)
    const what = message.isInUse ? 'form taken into use' : 'form taken out of use'
    logForm(request, signedIn, { form: message.form }, what)
    return { form: saved.value }
  }
}
