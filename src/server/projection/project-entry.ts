import { EntryContext, type SealedEntry, contextBytes } from '#domain/entries/entry.ts'
import { bodiesOf, parseBodies } from '#domain/documents/open-documents.ts'
import { municipalityStreamOf } from '#domain/documents/stream-of-kind.ts'
import { EntryContent } from '#domain/entries/entry-content.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { type Result, accepted, refused } from '#domain/base/result.ts'
import type { InboxEntry, QuarantineReason } from '../base/inbox-entry.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import { addNotice } from './add-notice.ts'
import { applyEffect } from './apply-effect.ts'
import { findOutcome } from './find-outcome.ts'
import type { ProjectionPorts, ProjectionStores, ReadContent } from './projection-ports.ts'

/** The projection of an entry threw, which is our fault. The entry waits, and others are projected before it. */
export class ProjectionFault extends Error {
  readonly bytesHash: string

  constructor(bytesHash: string, cause: unknown) {
    super('An entry could not be projected.', { cause })
    this.name = 'ProjectionFault'
    this.bytesHash = bytesHash
  }
}

/**
 * Gives one waiting entry its effect and marks it, both in the caller's transaction, so that the
 * effect happens once. What does not open or is not valid is quarantined with a notice to its
 * device. Answers false when no entry waits for this key, except those in `without`.
 */
export async function projectNext(
  stores: ProjectionStores,
  ports: ProjectionPorts,
  now: Instant,
  without: ReadonlySet<string>,
): Promise<boolean> {
  const row = await stores.inbox.claimWaiting(ports.seals.keyId, without)
  if (row === null) return false
  try {
    const content = await readContent(row, stores.streams, ports)
    const outcome = content.ok
      ? await findOutcome(stores, row, content.value, ports)
      : ({ kind: 'quarantined', reason: content.refusal } as const)
    await addNotice(stores.inbox, row, outcome, now)
    await applyEffect(stores, row, outcome, { ...ports, now })
  } catch (error) {
    throw new ProjectionFault(row.bytesHash, error)
  }
  return true
}

async function readContent(
  { entry, authorEmployeeId }: InboxEntry,
  streams: StreamStore,
  { seals, hasher, isZone, wordResponse }: ProjectionPorts,
): Promise<Result<ReadContent, QuarantineReason>> {
  const { header } = entry
  const { zone } = header
  if (zone === null) return refused('noZone')
  if (!isZone(zone)) return refused('unknownZone')
  const text = await seals.open(entry, contextBytes(EntryContext.parse(header), hasher))
  if (text === null) return refused('unopened')
  const content = EntryContent.safeParse(parsedJson(text))
  if (!content.success) return refused('unreadable')
  if (content.data.author.employeeId !== authorEmployeeId) return refused('otherAuthor')
  if (content.data.kind === 'cardOpened') return accepted({ zone, content: content.data })

  const form = await findForm(streams, header)
  if (form === null) return refused('unknownForm')
  const response = wordResponse(form, content.data.response)
  return response === null
    ? refused('invalidResponse')
    : accepted({ zone, content: { ...content.data, response } })
}

/** Null for a form that was never issued. A form of a newer server is a fault: the entry waits for that server. */
async function findForm(
  streams: StreamStore,
  header: Pick<SealedEntry['header'], 'municipality' | 'world' | 'form'>,
): Promise<Questionnaire | null> {
  const stored = await streams.findDocument(
    municipalityStreamOf('questionnaire', header),
    header.form,
  )
  const { bodies, newer } = bodiesOf('questionnaire', stored === null ? [] : [stored])
  if (newer > 0) throw new Error(`A newer server issued ${header.form}`)
  return parseBodies('questionnaire', bodies).values[0] ?? null
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
