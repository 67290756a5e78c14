import type { Hasher } from '#domain/base/hasher.ts'
import type { MunicipalityId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import { municipalityStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { FormId } from '#domain/forms/form-reference.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { Instant } from '#domain/time/instant.ts'
import { readDocuments } from '../streams/read-documents.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import { writeDocuments } from '../streams/write-documents.ts'

/** Who changes the municipality's forms, and when. */
export type FormContext = {
  municipality: MunicipalityId
  world: World
  hasher: Hasher
  now: Instant
  /** The name of the leader's account. */
  by: string
}

export function formStream({ municipality, world }: FormContext): StreamId {
  return municipalityStreamOf('questionnaire', { municipality, world })
}

/**
 * All versions of a form, under the stream's lock: from here to the commit, so that of two leaders at once the second one
 * is told.
 */
export async function lockVersions(
  streams: StreamStore,
  name: FormId,
  context: FormContext,
): Promise<Questionnaire[]> {
  const stream = formStream(context)
  await streams.lockHead(stream)
  const { values } = await readDocuments(streams, 'questionnaire', stream)
  return values.filter((form) => form.name === name)
}

export async function writeForms(
  streams: StreamStore,
  forms: readonly Questionnaire[],
  context: FormContext,
): Promise<void> {
  const writes = forms.map(
    (form) => ({ kind: 'put', ...documentOf('questionnaire', form) }) as const,
  )
  const { hasher, now } = context
  await writeDocuments(streams, formStream(context), writes, { writer: 'leader', hasher, now })
}
