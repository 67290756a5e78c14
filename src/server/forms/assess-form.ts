import type { AssessForm } from '#contract/assess-form.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import type { MunicipalityId } from '#domain/base/ids.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { World } from '#domain/base/world.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import { municipalityStreamOf } from '#domain/documents/stream-of-kind.ts'
import { assessedForm, isToBeAssessed } from '#domain/forms/municipality/assessed-form.ts'
import { Questionnaire } from '#domain/forms/questionnaire.ts'
import { type Instant, localClock } from '#domain/time/instant.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import { writeDocuments } from '../streams/write-documents.ts'

type Context = {
  municipality: MunicipalityId
  world: World
  hasher: Hasher
  now: Instant
  /** The name of the leader's account. */
  by: string
}

/** Writes down that a form is in use or not, and who decided it. A form that nobody has to assess is left alone. */
export async function assessForm(
  streams: StreamStore,
  { form: reference, isInUse }: AssessForm,
  { hasher, now, by, ...place }: Context,
): Promise<Result<Questionnaire, 'unknownForm'>> {
  const stream = municipalityStreamOf('questionnaire', place)
  await streams.lockHead(stream)
  const document = await streams.findDocument(stream, reference)
  if (document === null || document.deleted) return refused('unknownForm')
  const stored = Questionnaire.parse(document.body)
  if (!isToBeAssessed(stored)) return refused('unknownForm')
  const form = assessedForm(stored, { isInUse, by, on: localClock(now).on })
  const write = { kind: 'put', ...documentOf('questionnaire', form) } as const
  await writeDocuments(streams, stream, [write], { writer: 'leader', hasher, now })
  return accepted(form)
}
