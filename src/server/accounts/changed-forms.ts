import { defaultForms } from '#content/forms/default-forms.ts'
import { formerForms } from '#content/forms/former/former-forms.ts'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import { hashText } from '#domain/base/hasher.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import { type FormId, formIdOf, FormReference } from '#domain/forms/form-reference.ts'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import type { StreamStore } from '../streams/stream-store.ts'

/** Documents per query. */
const pageSize = 500

/**
 * Lists the forms that a municipality has made its own: one of whose versions is not as we wrote it, was taken away, or is
 * of another's making. Such a form gets no version from us, however high its number: it would be begun instead.
 */
export async function listChangedForms(
  streams: Pick<StreamStore, 'listDocuments'>,
  forms: StreamId,
): Promise<Set<FormId>> {
  const ours = new Map<string, string>()
  for (const form of [...formerForms, ...defaultForms]) {
    const { docId, body } = documentOf('questionnaire', form)
    ours.set(docId, await hashText(canonicalJson(body), nodeHasher))
  }
  const changed = (await listAll(streams, forms)).filter(
    ({ docId, deleted, bodyHash }) => deleted || ours.get(docId) !== bodyHash,
  )
  return new Set(changed.map(({ docId }) => formIdOf(FormReference.parse(docId))))
}

async function listAll(
  streams: Pick<StreamStore, 'listDocuments'>,
  stream: StreamId,
): Promise<StreamDocument[]> {
  const all: StreamDocument[] = []
  for (let after = 0; ;) {
    const page = await streams.listDocuments(stream, { after, limit: pageSize, tombstones: 'with' })
    all.push(...page)
    const last = page.at(-1)
    if (last === undefined || page.length < pageSize) return all
    after = last.seq
  }
}
