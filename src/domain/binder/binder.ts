import type { ActionCard } from '../cards/action-card.ts'
import { canonicalJson } from '../base/canonical-json.ts'
import type { DeviceKind } from '../patient/device-kind.ts'
import { hashText, type Hasher } from '../base/hasher.ts'
import type { PatientId, ZoneId } from '../base/ids.ts'
import type { Instant } from '../time/instant.ts'
import type { PatientDetails } from '../patient/patient-details.ts'
import type { Patient } from '../patient/patient.ts'
import { formReferenceOf } from '../forms/form-reference.ts'
import type { Questionnaire } from '../forms/questionnaire.ts'
import type { ServiceDefinition } from '../patient/service.ts'
import type { WorkList } from '../lists/work-list.ts'
import type { World } from '../base/world.ts'

/** Everything that a zone's beredskapsperm is printed from. Protected details are no part of it. */
export type BinderContent = {
  world: World
  municipality: string
  zone: { id: ZoneId; title: string }
  patients: readonly Patient[]
  details: readonly PatientDetails[]
  workLists: readonly WorkList[]
  services: readonly ServiceDefinition[]
  deviceKinds: readonly DeviceKind[]
  cards: readonly ActionCard[]
  forms: readonly Questionnaire[]
  /** Documents of these streams that only a newer build can read: they are not in it, and it says so. */
  newer: number
}

/** What tells this print from every other. */
export type BinderCopy = {
  /** Gapless within its zone. */
  copy: number
  printedBy: string
  printedAt: Instant
  /** SHA-256 of what is in it, hexadecimal; the pages show its first eight digits. */
  hash: string
  /** Null for the whole binder; else the copy that the pages are replacements for. */
  replaces: { copy: number; patients: ReadonlySet<PatientId> } | null
}

export type Binder = { content: BinderContent; copy: BinderCopy }

/** The version of each document in a binder: its name in the binder and the first half of its body's hash. */
export type DocumentVersions = Readonly<Record<string, string>>

/**
 * Names each document of the content with its version.
 *
 * A later print finds what to replace by comparing these, so the names must stay as they are.
 */
export async function documentVersions(
  content: BinderContent,
  hasher: Hasher,
): Promise<DocumentVersions> {
  const named: [string, unknown][] = [
    ...content.patients.map((body): [string, unknown] => [`patient/${body.id}`, facts(body)]),
    ...content.details.map((body): [string, unknown] => [`details/${body.patientId}`, facts(body)]),
    ...content.workLists.map((body): [string, unknown] => [`workList/${body.id}`, body]),
    ...content.cards.map((body): [string, unknown] => [`card/${body.id}`, body]),
    ...content.forms.map((body): [string, unknown] => [`form/${formReferenceOf(body)}`, body]),
    ['systems', [content.services, content.deviceKinds]],
    ['place', [content.world, content.municipality, content.zone]],
    ['asOf', binderAsOf(content)],
    ...(content.newer === 0 ? [] : [['newer', content.newer] satisfies [string, unknown]]),
  ]
  const versions: Record<string, string> = {}
  for (const [name, body] of named) {
    versions[name] = (await hashText(canonicalJson(body), hasher)).slice(0, 32)
  }
  return versions
}

/** A list that only confirms a page does not make it one to replace: it stays true as of its own date. */
function facts(body: { asOf: Instant }): object {
  return { ...body, asOf: null }
}

/** The binder's content hash: equal for equal documents, whoever prints them and when. */
export function binderHash(versions: DocumentVersions, hasher: Hasher): Promise<string> {
  return hashText(canonicalJson(versions), hasher)
}

/** The patients whose card or medication sheet is new or another one than in an earlier copy. */
export function changedPatients(
  earlier: DocumentVersions,
  current: DocumentVersions,
  patients: readonly Patient[],
): Set<PatientId> {
  const differs = (name: string) => earlier[name] !== current[name]
  return new Set(
    patients
      .map(({ id }) => id)
      .filter((id) => differs(`patient/${id}`) || differs(`details/${id}`)),
  )
}

/**
 * Whether it may be printed at all. Without one patient or service that this build can read, every list
 * would say that nobody is on it.
 */
export function isPrintable({ newer, patients, services }: BinderContent): boolean {
  return newer === 0 || (patients.length > 0 && services.length > 0)
}

/** When the oldest of the lists was made: a print never claims to be newer than its oldest line. */
export function binderAsOf(content: BinderContent): Instant | null {
  const moments = [...content.patients, ...content.workLists].map(({ asOf }) => asOf)
  return moments.toSorted()[0] ?? null
}
