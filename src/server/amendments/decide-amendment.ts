import type { DecideAmendment } from '#contract/amendments/decide-amendment.ts'
import type { AmendmentDecision, AmendmentOutcome } from '#domain/amendments/amendment.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import type { MunicipalityId } from '#domain/base/ids.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { World } from '#domain/base/world.ts'
import { bodiesOf, parseBodies } from '#domain/documents/open-documents.ts'
import { zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import { writeDocuments } from '../streams/write-documents.ts'
import { type AmendmentDocument, namedDocument, streamOfAmendment } from './read-amendments.ts'

type Context = {
  municipality: MunicipalityId
  world: World
  by: AmendmentDecision['by']
  hasher: Hasher
  now: Instant
}

/** Writes a leader's decision into the amendment, where all phones of the zone see it. */
export async function decideAmendment(
  streams: StreamStore,
  { zone, entryId, run, choice }: DecideAmendment,
  { municipality, world, by, hasher, now }: Context,
): Promise<Result<null, 'notFound' | 'changedMeanwhile'>> {
  const place = { municipality, world, zone }
  const found = await findContradicted(streams, entryId, place)
  if (found === null) return refused('notFound')
  const { document, outcome } = found
  if (outcome.run !== run) return refused('changedMeanwhile')
  if ((outcome.decision?.kind ?? 'undone') === choice) return accepted(null)
  const decision = choice === 'undone' ? null : { kind: choice, by, at: now }
  const decided = namedDocument(withOutcome(document, { ...outcome, decision }))
  const stream = streamOfAmendment(document, place)
  const writes = [{ kind: 'put', ...decided } as const]
  await writeDocuments(streams, stream, writes, { writer: 'leader', hasher, now })
  return accepted(null)
}

type DecidedDocument = Exclude<AmendmentDocument, { kind: 'protectedAmendment' }>

async function findContradicted(
  streams: StreamStore,
  entryId: DecideAmendment['entryId'],
  place: { municipality: MunicipalityId; world: World; zone: DecideAmendment['zone'] },
): Promise<{ document: DecidedDocument; outcome: AmendmentOutcome } | null> {
  const found: DecidedDocument[] = []
  const read = async <Kind extends DecidedDocument['kind']>(kind: Kind) => {
    const stored = await streams.findDocument(zoneStreamOf(kind, place), entryId)
    return parseBodies(kind, bodiesOf(kind, stored === null ? [] : [stored]).bodies).values
  }
  for (const body of await read('detailsAmendment')) {
    found.push({ kind: 'detailsAmendment', zone: place.zone, body })
  }
  for (const body of await read('amendment')) {
    found.push({ kind: 'amendment', zone: place.zone, body })
  }
  for (const document of found) {
    const { outcome } = document.body
    if (outcome?.kind === 'contradicted') return { document, outcome }
  }
  return null
}

function withOutcome(document: DecidedDocument, outcome: AmendmentOutcome): AmendmentDocument {
  return document.kind === 'amendment'
    ? { ...document, body: { ...document.body, outcome } }
    : { ...document, body: { ...document.body, outcome } }
}
