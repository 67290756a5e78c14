import { EntryContext, type SealedEntry, contextBytes } from '#domain/entries/entry.ts'
import { bodiesOf, parseBodies } from '#domain/documents/open-documents.ts'
import { municipalityStreamOf } from '#domain/documents/stream-of-kind.ts'
import { EntryContent } from '#domain/entries/entry-content.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import { type Result, accepted, refused } from '#domain/base/result.ts'
import type { InboxEntry, QuarantineReason } from '../base/inbox-entry.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import { addNotice } from './add-notice.ts'
import { applyEffect } from './apply-effect.ts'
import { parseContent, sealedRefusal } from './content-limits.ts'
import { type Outcome, findOutcome } from './find-outcome.ts'
import type { ProjectionPorts, ProjectionStores, ReadContent } from './projection-ports.ts'

/** How long an entry of a newer server's form waits, unless a server starts: it may be the newer one. */
const newerServerMinutes = 60

/** The projection of an entry threw, which is our fault; `recordFault` says what becomes of the entry. */
export class ProjectionFault extends Error {
  readonly row: InboxEntry

  constructor(row: InboxEntry, cause: unknown) {
    super('An entry could not be projected.', { cause })
    this.name = 'ProjectionFault'
    this.row = row
  }
}

/**
 * Gives one waiting entry its effect and marks it, both in the caller's transaction, so that the
 * effect happens once. What does not open or is not valid is quarantined with a notice to its
 * device. What only a newer server can read is postponed, and is no fault. Answers false when no entry
 * waits for this key, except those in `without`.
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
    const outcome = await readOutcome(row, stores, ports)
    if (outcome.kind === 'newerForm') {
      const until = plusMinutes(now, newerServerMinutes)
      await stores.inbox.postpone(row, { until, waitsFor: 'newerServer' })
      return true
    }
    const { entry } = row
    const notice = outcome.kind === 'quarantined' ? { ...outcome, entry } : outcome
    await addNotice(stores.inbox, row, notice, now)
    await applyEffect(stores, row, outcome, { ...ports, now })
  } catch (error) {
    throw new ProjectionFault(row, error)
  }
  return true
}

/** `newerForm`: only a newer server can tell. */
async function readOutcome(
  row: InboxEntry,
  stores: ProjectionStores,
  ports: ProjectionPorts,
): Promise<Outcome | { kind: 'newerForm' }> {
  const content = await readContent(row, stores.streams, ports)
  if (content.ok) return findOutcome(stores, row, content.value, ports)
  const { refusal: reason } = content
  return reason === 'newerForm' ? { kind: reason } : { kind: 'quarantined', reason }
}

async function readContent(
  { entry, authorEmployeeId }: InboxEntry,
  streams: StreamStore,
  { seals, hasher, contentLimits, isZone, wordResponse }: ProjectionPorts,
): Promise<Result<ReadContent, QuarantineReason | 'newerForm'>> {
  const { header } = entry
  const { zone } = header
  if (zone === null) return refused('noZone')
  if (!isZone(zone)) return refused('unknownZone')
  const oversized = sealedRefusal(entry, contentLimits)
  if (oversized !== null) return refused(oversized)
  const text = await seals.open(entry, contextBytes(EntryContext.parse(header), hasher))
  if (text === null) return refused('unopened')
  const parsed = parseContent(text, contentLimits, hasher)
  if (!parsed.ok) return parsed
  const content = EntryContent.safeParse(parsed.value)
  if (!content.success) return refused('unreadable')
  if (content.data.author.employeeId !== authorEmployeeId) return refused('otherAuthor')
  if (content.data.kind === 'cardOpened') return accepted({ zone, content: content.data })

  const form = await findForm(streams, header)
  if (form === null) return refused('unknownForm')
  if (form === 'newer') return refused('newerForm')
  const response = wordResponse(form, content.data.response)
  return response === null
    ? refused('invalidResponse')
    : accepted({ zone, content: { ...content.data, response } })
}

/** Null for a form that was never issued. */
async function findForm(
  streams: StreamStore,
  header: Pick<SealedEntry['header'], 'municipality' | 'world' | 'form'>,
): Promise<Questionnaire | 'newer' | null> {
  const stored = await streams.findDocument(
    municipalityStreamOf('questionnaire', header),
    header.form,
  )
  const { bodies, newer } = bodiesOf('questionnaire', stored === null ? [] : [stored])
  if (newer > 0) return 'newer'
  return parseBodies('questionnaire', bodies).values[0] ?? null
}
