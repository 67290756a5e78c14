import type { AmendmentOutcome, OpenAmendment } from '#domain/amendments/amendment.ts'
import type { ImportRunId, ZoneId } from '#domain/base/ids.ts'
import { type AmendmentDocument, namedDocument } from '../../amendments/read-amendments.ts'
import type { DocumentWrite } from '../../streams/write-versions.ts'
import { type JudgedAmendments, judgedById, type Placements } from './judge-amendments.ts'

/** A document of an amendment as it stands, and as an import leaves it. */
export type AmendmentRewrite = { before: AmendmentDocument; after: AmendmentDocument[] }

/**
 * The documents that an import writes anew: settled ones with their outcome, those of a patient who moves in her new zone,
 * and new addresses that it makes protected, in the class that holds these. The run is filled in when it has its id.
 */
export function rewriteAmendments(
  documents: readonly AmendmentDocument[],
  judged: JudgedAmendments,
  { zoneOf, isHidden }: Placements,
): (run: ImportRunId) => AmendmentRewrite[] {
  const byId = judgedById(judged)
  const touched = documents.filter(
    (one) =>
      byId.has(one.body.entryId) ||
      (zoneOf(one.body.patientId) ?? one.zone) !== one.zone ||
      (isHidden(one.body.patientId) && hasOpenAddress(one)),
  )
  return (run) =>
    touched.map((before) => {
      const zone = zoneOf(before.body.patientId) ?? before.zone
      const outcome = outcomeOf(before, run)
      if (before.kind === 'protectedAmendment') return { before, after: [{ ...before, zone }] }
      if (before.kind === 'detailsAmendment') {
        return { before, after: [{ ...before, zone, body: { ...before.body, zone, outcome } }] }
      }
      const settled = { ...before, zone, body: { ...before.body, zone, outcome } }
      return {
        before,
        after: isHidden(before.body.patientId) ? withAddressHidden(settled) : [settled],
      }
    })

  function outcomeOf(one: AmendmentDocument, run: ImportRunId): AmendmentOutcome | null {
    if (one.kind === 'protectedAmendment') return null
    const found = byId.get(one.body.entryId)
    // What is taken back in one class may say something in the other.
    if (found?.amendment !== one.body) return one.body.outcome
    return { kind: found.kind, run, listAsOf: judged.asOf, listed: found.listed, decision: null }
  }
}

function hasOpenAddress(one: AmendmentDocument): boolean {
  return (
    one.kind === 'amendment' && one.body.body.kind === 'moved' && one.body.body.address !== null
  )
}

type OpenDocument = AmendmentDocument & { kind: 'amendment'; body: OpenAmendment }

function withAddressHidden(document: OpenDocument): AmendmentDocument[] {
  const { body: said, ...amendment } = document.body
  if (said.kind !== 'moved' || !hasOpenAddress(document)) return [document]
  const { entryId, patientId, author, from } = amendment
  const { address } = said
  return [
    { ...document, body: { ...amendment, body: { kind: 'moved', address: null } } },
    {
      kind: 'protectedAmendment',
      zone: document.zone,
      body: { entryId, patientId, author, from, code: null, address },
    },
  ]
}

/** What is written for a rewrite: documents in their zone, and none where they were before. */
export function rewriteWrites({
  before,
  after,
}: AmendmentRewrite): { zone: ZoneId; kind: AmendmentDocument['kind']; write: DocumentWrite }[] {
  const isKept = after.some(({ kind, zone }) => kind === before.kind && zone === before.zone)
  return [
    ...(isKept ? [] : [removalOf(before)]),
    ...after.map((one) => ({
      zone: one.zone,
      kind: one.kind,
      write: { kind: 'put', ...namedDocument(one) } as const,
    })),
  ]
}

export function removalOf({ zone, kind, body }: AmendmentDocument) {
  return { zone, kind, write: { kind: 'delete', docId: body.entryId } as const }
}
