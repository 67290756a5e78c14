import type { SetFormUse } from '#contract/forms/set-form-use.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import { mayBeTakenOutOfUse } from '#domain/form-versions/app-forms.ts'
import { findNewest, versionsWithUse } from '#domain/form-versions/publication.ts'
import { isToBeAssessed } from '#domain/forms/municipality/assessed-form.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import { type FormContext, lockVersions, writeForms } from './form-context.ts'

/** Takes a form out of use or into it again. Nothing is written when it is so already. */
export async function setFormUse(
  streams: StreamStore,
  { form: name, isInUse }: SetFormUse,
  context: FormContext,
): Promise<Result<Questionnaire, 'notFound' | 'notAllowed'>> {
  if (!mayBeTakenOutOfUse(name)) return refused('notAllowed')
  const versions = await lockVersions(streams, name, context)
  const newest = findNewest(name, versions)
  if (newest === null || isToBeAssessed(newest)) return refused('notFound')
  const changed = versionsWithUse(versions, { isInUse, by: context.by, at: context.now })
  if (changed.length > 0) await writeForms(streams, changed, context)
  return accepted(findNewest(name, changed) ?? newest)
}
