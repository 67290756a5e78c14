import type { PublishForm } from '#contract/forms/publish-form.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import { mayBeChanged } from '#domain/form-versions/app-forms.ts'
import { formFaults } from '#domain/form-versions/editing/form-faults.ts'
import { isMunicipalName } from '#domain/form-versions/form-name.ts'
import { findNewest, publishedForm } from '#domain/form-versions/publication.ts'
import { formReferenceOf } from '#domain/forms/form-reference.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import { type FormContext, formStream, lockVersions, writeForms } from './form-context.ts'

export type PublishRefusal = 'changedMeanwhile' | 'notAllowed' | 'unreadable'

/**
 * Issues a form's next version. Versions that were issued before stay as they are, so that entries and drafts of each
 * are read by what they were written with.
 */
export async function publishForm(
  streams: StreamStore,
  { form, before }: PublishForm,
  context: FormContext,
): Promise<Result<Questionnaire, PublishRefusal>> {
  const { name } = form
  if (!mayBeChanged(name)) return refused('notAllowed')
  if (formFaults(form).length > 0) return refused('unreadable')
  const versions = await lockVersions(streams, name, context)
  const newest = findNewest(name, versions)
  if ((newest?.version ?? null) !== before) return refused('changedMeanwhile')
  // A form under any other name came with a build, or is there already.
  if (newest === null && !isMunicipalName(name)) return refused('notAllowed')
  const version = String(Number(newest?.version ?? '0') + 1)
  const issued = publishedForm(form, { version, by: context.by, at: context.now })
  // A version that only a newer server can read is not among those above.
  const taken = await streams.findPresence(formStream(context), formReferenceOf(issued))
  if (taken !== null) return refused('changedMeanwhile')
  await writeForms(streams, [issued], context)
  return accepted(issued)
}
