import { createHash } from 'node:crypto'
import type { Amendment } from '#domain/amendments/amendment.ts'
import { judgeByList, type ListedOf } from '#domain/amendments/compare-with-list.ts'
import { standingAmendments } from '#domain/amendments/standing-amendments.ts'
import type { EntryId, PatientId, ZoneId } from '#domain/base/ids.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { AmendmentDocument } from '../../amendments/read-amendments.ts'
import { followed } from '#domain/new-patients/follow-joined.ts'
import type { JoinedPatients } from '#domain/new-patients/patient-link.ts'
import type { ImportPlan } from './plan-import.ts'

/** What an import makes of one amendment; `listed` is a hash of what the list says. */
export type Judged = { kind: 'confirmed' | 'contradicted'; amendment: Amendment; listed: string }

/** What an import makes of all that staff signed since the list. Each that stands is in one of the three. */
export type JudgedAmendments = {
  confirmed: Judged[]
  contradicted: Judged[]
  /** Of which the list says nothing, or nothing new. */
  left: number
  asOf: Instant
}

/** Compares each amendment that stands with the list. Of patients in zones that the list does not cover it says nothing. */
export function judgeAmendments(
  documents: readonly AmendmentDocument[],
  plan: Pick<ImportPlan, 'added' | 'changed' | 'unchanged' | 'gone'>,
  { asOf, now, joined }: { asOf: Instant; now: Instant; joined: JoinedPatients },
): JudgedAmendments {
  const hidden = new Map(
    documents.flatMap((one) =>
      one.kind === 'protectedAmendment' ? [[one.body.entryId, one.body] as const] : [],
    ),
  )
  const judged: JudgedAmendments = { confirmed: [], contradicted: [], left: 0, asOf }
  // What was written about a temporary patient is about the one whom a leader says that she is.
  const originals = new Map(amendmentsOf(documents).map((one) => [followed(one, joined), one]))
  const standing = standingAmendments([...originals.keys()], now)
  const listedOf = listedByPatient(plan, new Set(standing.map(({ patientId }) => patientId)))
  for (const read of standing) {
    const amendment = originals.get(read) ?? read
    const listed = listedOf(read.patientId)
    const judgement =
      listed === undefined
        ? ({ kind: 'left' } as const)
        : judgeByList(amendment, hidden.get(amendment.entryId) ?? null, { listed, asOf })
    if (judgement.kind === 'left') judged.left += 1
    else if (judgement.kind === 'confirmed') {
      judged.confirmed.push({ kind: 'confirmed', amendment, listed: hashOf('') })
    } else if (isDecided(amendment, hashOf(judgement.text))) judged.left += 1
    else {
      judged.contradicted.push({ kind: 'contradicted', amendment, listed: hashOf(judgement.text) })
    }
  }
  return judged
}

export function amendmentsOf(documents: readonly AmendmentDocument[]): Amendment[] {
  return documents.flatMap((one) => (one.kind === 'protectedAmendment' ? [] : [one.body]))
}

/** Answers of these patients what the list says; undefined of whom it says nothing at all. */
function listedByPatient(
  { added, changed, unchanged, gone }: Parameters<typeof judgeAmendments>[1],
  patients: ReadonlySet<PatientId>,
) {
  const listed = new Map<PatientId, ListedOf>()
  for (const people of patients.size === 0 ? [] : [added, changed, unchanged]) {
    for (const { listed: person, before, after } of people) {
      if (!patients.has(after.patient.id)) continue
      const medicines = before?.details.medications ?? []
      listed.set(after.patient.id, { facts: person.facts, before: medicines })
    }
  }
  for (const { patient } of gone) listed.set(patient.id, null)
  return (id: PatientId) => listed.get(id)
}

/** Whether a leader has kept it against a list that said the same. */
function isDecided({ outcome }: Amendment, listed: string): boolean {
  return outcome?.decision?.kind === 'kept' && outcome.listed === listed
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Where a plan puts patients who were in another zone, or whose address it hides. */
export type Placements = {
  zoneOf: (id: PatientId) => ZoneId | null
  isHidden: (id: PatientId) => boolean
}

export function placementsOf({
  changed,
  unchanged,
}: Pick<ImportPlan, 'changed' | 'unchanged'>): Placements {
  let all: ReadonlyMap<PatientId, Patient> | null = null
  const find = (id: PatientId) => {
    // Most imports have nothing to place, and a city takes long.
    all ??= new Map(
      [...changed, ...unchanged].map(({ after: { patient } }) => [patient.id, patient]),
    )
    return all.get(id)
  }
  return {
    zoneOf: (id) => find(id)?.zone ?? null,
    isHidden: (id) => (find(id)?.addressProtection ?? 'none') !== 'none',
  }
}

/** The entries that an import settles, with what it makes of each. */
export function judgedById({
  confirmed,
  contradicted,
}: JudgedAmendments): ReadonlyMap<EntryId, Judged> {
  return new Map([...confirmed, ...contradicted].map((one) => [one.amendment.entryId, one]))
}
