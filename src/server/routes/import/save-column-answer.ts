import { SaveColumnAnswer } from '#contract/imports/save-column-answer.ts'
import { Refused } from '../../base/refused.ts'
import { withTenant } from '../../database/with-tenant.ts'
import type { SignedInHandler } from '../../http/serve-routes.ts'
import { importerOf } from '../../import/command/import-request.ts'
import { saveColumnAnswer } from '../../import/roster/column-answers.ts'
import { openSection } from '../../import/roster/import-section.ts'
import type { ImportServices } from '../../import/roster/import-services.ts'

/** Saves how a heading of a section's lists is read, by whoever may import to it. */
export function saveColumnAnswerRoute({ db, sources }: ImportServices): SignedInHandler {
  return async ({ request, signedIn }): Promise<SaveColumnAnswer> => {
    const { section, ...answer } = SaveColumnAnswer.parse(request.body)
    const opened = await openSection(db, { ...importerOf(signedIn), section })
    if (!opened.ok) throw new Refused('notFound')
    const place = { municipalityId: opened.value.municipality, sectionId: section }
    await withTenant(db, opened.value.scope, (transaction) =>
      saveColumnAnswer(transaction, place, answer, {
        answeredAt: sources.now(),
        answeredById: signedIn.accountId,
      }),
    )
    return { section, ...answer }
  }
}
