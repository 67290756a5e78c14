import type { ShownAmendment } from '../amendments/beside-amendment.ts'
import type { ActionCard } from '../cards/action-card.ts'
import type { MunicipalityContact } from '../contacts/contact.ts'
import type { ZonePlan } from '../contacts/zone-plan.ts'
import { canonicalJson } from '../base/canonical-json.ts'
import { grouped } from '../base/grouped.ts'
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
import type { FormerPatient } from '../roster/former-patient.ts'

/** The content of a zone's beredskapsperm, without protected details. */
export type BinderContent = {
  world: World
  municipality: string
  zone: { id: ZoneId; title: string }
  patients: readonly Patient[]
  /** Who has left the zone's list: a work list that was made before still has her. */
  formerPatients: readonly FormerPatient[]
  details: readonly PatientDetails[]
  /** What staff signed since the lists were made, as it stands when the binder is printed; newest first. */
  amendments: readonly ShownAmendment[]
  workLists: readonly WorkList[]
  services: readonly ServiceDefinition[]
  deviceKinds: readonly DeviceKind[]
  cards: readonly ActionCard[]
  contacts: readonly MunicipalityContact[]
  /** What the zone has agreed on for when nobody can be reached; null for nothing. */
  zonePlan: ZonePlan | null
  forms: readonly Questionnaire[]
  /** The number of documents that only a newer build can read: they are missing, and the print says so. */
  newer: number
}

/** What identifies one print. */
export type BinderCopy = {
  /** A number without gaps within its zone. */
  copy: number
  printedBy: string
  printedAt: Instant
  /** SHA-256 of its content, hexadecimal; the pages show its first eight digits. */
  hash: string
  /** The copy that the pages replace pages of; null for the whole binder. */
  replaces: { copy: number; patients: ReadonlySet<PatientId> } | null
}

export type Binder = { content: BinderContent; copy: BinderCopy }

/** The version of each document in a binder: its name in the binder and the first half of its body's hash. */
export type DocumentVersions = Readonly<Record<string, string>>

/**
 * Names each document of the content with its version.
 *
 * A later print compares these to find the pages to replace, so the names must not change.
 */
export async function documentVersions(
  content: BinderContent,
  hasher: Hasher,
): Promise<DocumentVersions> {
  const named: [string, unknown][] = [
    ...content.patients.map((body): [string, unknown] => [`patient/${body.id}`, facts(body)]),
    ...content.details.map((body): [string, unknown] => [`details/${body.patientId}`, facts(body)]),
    ...amendmentsByPatient(content),
    ...content.workLists.map((body): [string, unknown] => [`workList/${body.id}`, body]),
    ...formerOnWorkLists(content).map((body): [string, unknown] => [
      `former/${body.patientId}`,
      body,
    ]),
    ...content.cards.map((body): [string, unknown] => [`card/${body.id}`, body]),
    ...content.contacts.map((body): [string, unknown] => [`contact/${body.id}`, body]),
    ...(content.zonePlan === null
      ? []
      : [['zonePlan', content.zonePlan] satisfies [string, unknown]]),
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

/** Who has left the list and stands on none of the pages changes no print. */
function formerOnWorkLists({ workLists, formerPatients }: BinderContent): FormerPatient[] {
  const visited = new Set(
    workLists.flatMap(({ visits }) => visits.map(({ patientId }) => patientId)),
  )
  return formerPatients.filter(({ patientId }) => visited.has(patientId))
}

/** A patient of whom nothing was signed since the list has no line: a binder of an earlier build names her the same. */
function amendmentsByPatient({ amendments }: BinderContent): [string, unknown][] {
  const byPatient = grouped(amendments, ({ amendment }) => amendment.patientId)
  return [...byPatient].map(([id, shown]) => [
    `amendments/${id}`,
    // That the server has received it changes nothing on the page.
    shown.map(({ amendment: { entryId, outcome }, hasBegun }) => [entryId, outcome, hasBegun]),
  ])
}

/** Leaves out `asOf`: a newer list that only confirms a page does not make the page outdated. */
function facts(body: { asOf: Instant }): object {
  return { ...body, asOf: null }
}

/** Returns the binder's content hash, which is equal for equal documents in every print. */
export function binderHash(versions: DocumentVersions, hasher: Hasher): Promise<string> {
  return hashText(canonicalJson(versions), hasher)
}

/** Returns the patients whose card or medication sheet is new or has changed since an earlier copy. */
export function changedPatients(
  earlier: DocumentVersions,
  current: DocumentVersions,
  patients: readonly Patient[],
): Set<PatientId> {
  const differs = (name: string) => earlier[name] !== current[name]
  return new Set(
    patients
      .map(({ id }) => id)
      .filter((id) =>
        ['patient', 'details', 'amendments'].some((name) => differs(`${name}/${id}`)),
      ),
  )
}

/**
 * Answers whether it may be printed. When this build cannot read a single patient or service, every list
 * would wrongly say that it is empty.
 */
export function isPrintable({ newer, patients, services }: BinderContent): boolean {
  return newer === 0 || (patients.length > 0 && services.length > 0)
}

/** Returns when the oldest of the lists was made: a print must not claim to be newer than its oldest line. */
export function binderAsOf(content: BinderContent): Instant | null {
  const moments = [...content.patients, ...content.workLists].map(({ asOf }) => asOf)
  return moments.toSorted()[0] ?? null
}
