import type { ImportRefusal, UnreadableReason } from '#domain/roster/import-problem.ts'
import { instantFromMilliseconds } from '#domain/time/instant.ts'
import type { ListedFacts, ListedPerson } from '#domain/roster/listed-person.ts'
import { identityKeys } from '#domain/roster/person-identity.ts'
import { type Result, accepted, refused } from '#domain/base/result.ts'
import { serviceReader } from '#domain/roster/service-tokens.ts'
import type { GatheredPerson } from '../people/gathered-person.ts'
import { personGatherer, type PersonGatherer } from '../people/person-gatherer.ts'
import { type ReportRows, reportSometimes } from '../people/report-rows.ts'
import type { ReadContext } from '../people/read-context.ts'
import type { ListReading } from '../people/list-reading.ts'
import { identifyingTexts } from './identifying-texts.ts'
import { distrustIds } from '../people/distrust-ids.ts'
import type { ReadRow } from '../cells/read-row.ts'
import { readAttached, type Attached } from './read-attached.ts'
import { readEntries, type FhirEntry } from './fhir-entries.ts'
import { findOtherVersion } from './fhir-version.ts'
import { FhirPatient, type Reference, type Resource } from './fhir-resource.ts'
import { referenceIndex, type ReferenceIndex } from './reference-index.ts'
import { readPatient } from './read-patient.ts'

/**
 * Reads FHIR R4. A Patient is a person; what belongs to one counts as a further row about her; everything else is
 * named among the unreadable, so that every entry is accounted for.
 */
export function readFhir(
  text: string,
  context: ReadContext,
  report: ReportRows,
): Result<ListReading, ImportRefusal> {
  const read = readEntries(text)
  if (!read.ok) return read
  const { entries, timestamp } = read.value
  const refusal = listRefusal(entries)
  if (refusal !== null) return refused(refusal)
  const gatherer = personGatherer()
  const index = referenceIndex(entries)
  const { today } = context
  const rowContext = { today, readServices: serviceReader(context.services, today) }
  const used = new Set<FhirEntry>()
  const people = readPatients(entries, { context, index, used }, gatherer)
  const ownerByNumber = peopleByNumber(people)
  const unattached: FhirEntry[] = []
  const brokenTypes = new Set<string>()
  for (const [place, entry] of entries.entries()) {
    reportSometimes(report, place, entries.length)
    if (entry.resource?.resourceType === 'Patient') continue
    const attached =
      entry.resource === null ? null : readAttached(entry.resource, index, rowContext)
    if (attached?.kind === 'broken' && entry.resource !== null) {
      brokenTypes.add(entry.resource.resourceType)
      gatherer.addUnreadable(entry.line, broken(entry.resource, null), entry.raw, [])
    } else if (attached?.kind !== 'attached') unattached.push(entry)
    else {
      for (const usedEntry of attached.uses) used.add(usedEntry)
      const owner = findOwner(attached.patient, entry, { people, index, ownerByNumber })
      addAttached(entry, attached, owner, gatherer)
    }
  }
  // What another resource was read through is accounted for with it.
  for (const entry of unattached) {
    if (used.has(entry)) gatherer.countMerged()
    else gatherer.addUnreadable(entry.line, leftOver(entry), entry.raw, textsOfBroken(entry))
  }
  const gathered = gatherer.finish()
  return accepted({
    format: { kind: 'fhir' },
    rows: entries.length,
    ...gathered,
    columnQuestions: [],
    columnAnswers: [],
    mergedLines: [],
    people: withEmptyFacts(gathered.people, brokenTypes),
    listedAt: timestamp === null ? null : listedAtFrom(timestamp, context),
  })
}

function readPatients(
  entries: readonly FhirEntry[],
  { context, index, used }: { context: ReadContext; index: ReferenceIndex; used: Set<FhirEntry> },
  gatherer: PersonGatherer,
): Map<FhirEntry, GatheredPerson> {
  const read: (ReadRow & { entry: FhirEntry })[] = []
  const replaced: { entry: FhirEntry; by: FhirEntry; name: string }[] = []
  for (const entry of entries) {
    const { resource } = entry
    if (resource?.resourceType !== 'Patient') continue
    const patient = FhirPatient.safeParse(resource)
    if (!patient.success) {
      const texts = identifyingTexts(resource)
      gatherer.addUnreadable(entry.line, broken(resource, patient.error), entry.raw, texts)
      continue
    }
    const { uses, ...row } = readPatient(
      patient.data,
      { line: entry.line, resource },
      context,
      index,
    )
    for (const usedEntry of uses) used.add(usedEntry)
    const by = replacement(patient.data, resource, index)
    if (by === null || by === entry) read.push({ ...row, entry })
    else {
      const { family, given } = row.person.name
      replaced.push({ entry, by, name: `${family}, ${given}` })
    }
  }
  const trusted = distrustIds(read)
  for (const { line, warning } of trusted.warnings) gatherer.warn(line, warning)
  const people = new Map<FhirEntry, GatheredPerson>()
  for (const row of trusted.rows) {
    const gathered = gatherer.add(row, row.entry.raw)
    if (gathered !== null) people.set(row.entry, gathered)
  }
  for (const { entry, by, name } of replaced) {
    const gathered = people.get(by)
    if (gathered === undefined) {
      const texts = entry.resource === null ? [] : identifyingTexts(entry.resource)
      gatherer.addUnreadable(entry.line, leftOver(entry), entry.raw, texts)
      continue
    }
    // What others say of her in her old name is said of the one that she is now.
    people.set(entry, gathered)
    gatherer.countMerged()
    const firstLine = gathered.person.line
    gatherer.warn(entry.line, { kind: 'differentName', name, firstLine, isReplaced: true })
  }
  return people
}

/** The Patient that the record system has made of this one and another. */
function replacement(
  { link }: FhirPatient,
  within: Resource,
  index: ReferenceIndex,
): FhirEntry | null {
  const other = link?.find(({ type }) => type === 'replaced-by')?.other
  const entry = other === undefined ? null : index.find(other, within)
  return entry?.resource?.resourceType === 'Patient' ? entry : null
}

/** Why the entries are no list of people in FHIR R4. */
function listRefusal(entries: readonly FhirEntry[]): ImportRefusal | null {
  const version = findOtherVersion(entries)
  if (version !== null) return { kind: 'brokenJson', because: 'otherVersion', found: version }
  if (entries.length === 0) return null
  if (entries.every(({ resource }) => resource === null)) {
    return { kind: 'noPeople', because: 'notFhir' }
  }
  const isError = entries.every(({ resource }) => resource?.resourceType === 'OperationOutcome')
  return isError ? { kind: 'noPeople', because: 'errorAnswer' } : null
}

/** Adds a resource's facts to the patient whom it names. */
function addAttached(
  entry: FhirEntry,
  attached: Extract<Attached, { kind: 'attached' }>,
  owner: GatheredPerson | null,
  gatherer: PersonGatherer,
): void {
  if (owner === null) {
    const resourceType = entry.resource === null ? '' : nameOf(entry.resource)
    gatherer.addUnreadable(
      entry.line,
      { kind: 'resourceWithoutPatient', resourceType },
      entry.raw,
      [],
    )
    return
  }
  gatherer.join(owner, entry.line, attached)
}

function findOwner(
  reference: Reference | null,
  { resource }: FhirEntry,
  found: {
    people: ReadonlyMap<FhirEntry, GatheredPerson>
    index: ReferenceIndex
    ownerByNumber: ReadonlyMap<string, GatheredPerson>
  },
): GatheredPerson | null {
  if (reference === null || resource === null) return null
  const entry = found.index.find(reference, resource)
  const direct = entry === null ? undefined : found.people.get(entry)
  if (direct !== undefined) return direct
  const value = reference.identifier?.value
  if (value === undefined) return null
  return found.ownerByNumber.get(value) ?? null
}

/** By the numbers that a reference may name instead of an address. A number of two people names neither. */
function peopleByNumber(
  people: ReadonlyMap<FhirEntry, GatheredPerson>,
): Map<string, GatheredPerson> {
  const holders = new Map<string, Set<GatheredPerson>>()
  for (const gathered of people.values()) {
    for (const { value } of identityKeys(gathered.identity)) {
      holders.set(value, (holders.get(value) ?? new Set()).add(gathered))
    }
  }
  return new Map(
    [...holders].flatMap(([value, [only, ...more]]) =>
      only === undefined || more.length > 0 ? [] : [[value, only] as const],
    ),
  )
}

function leftOver({ resource, because }: FhirEntry): UnreadableReason {
  if (because !== undefined) return { kind: 'notAPerson', because }
  if (resource === null) return { kind: 'resourceBroken', resourceType: null }
  return { kind: 'resourceNotUsed', resourceType: nameOf(resource) }
}

/** Tells apart what stands on one line: a Bundle may be written without any line break. */
function nameOf({ resourceType, id }: Resource): string {
  return id === undefined ? resourceType : `${resourceType}/${id}`
}

function broken(
  resource: Resource,
  error: { issues: readonly { path: readonly PropertyKey[] }[] } | null,
): UnreadableReason {
  const field = error?.issues[0]?.path.map(String).join('.')
  return {
    kind: 'resourceBroken',
    resourceType: nameOf(resource),
    ...(field === undefined || field === '' ? {} : { field }),
  }
}

/** Names and numbers in a line that is no JSON: nobody must go from the roster because her line is torn. */
function textsOfBroken({ raw, because }: FhirEntry): string[] {
  if (because !== 'brokenLine') return []
  return [...raw.matchAll(/"(?:value|family|text)"\s*:\s*"([^"]{1,100})"/g)].flatMap(
    ([, text]) => text ?? [],
  )
}

const emptyFacts: Partial<ListedFacts> = {
  address: null,
  phone: null,
  services: [],
  devices: [],
  nextOfKin: [],
  generalPractitioner: null,
  medications: [],
}

const factsByType: Partial<Record<string, keyof ListedFacts>> = {
  EpisodeOfCare: 'services',
  CarePlan: 'services',
  ServiceRequest: 'services',
  Device: 'devices',
  DeviceUseStatement: 'devices',
  MedicationStatement: 'medications',
  MedicationRequest: 'medications',
  RelatedPerson: 'nextOfKin',
}

/**
 * A fact that somebody in the file has is empty for the others: a patient without a service in a list of services has
 * none. A fact that nobody in the file has is left out, because the file is not about it. So is one of which a resource
 * could not be read: it may have been hers, and her ventilator must not go because its resource is broken.
 */
function withEmptyFacts(
  people: readonly ListedPerson[],
  brokenTypes: ReadonlySet<string>,
): ListedPerson[] {
  const listed = new Set(people.flatMap(({ facts }) => Object.keys(facts)))
  for (const type of brokenTypes) listed.delete(factsByType[type] ?? '')
  const empty = Object.fromEntries(Object.entries(emptyFacts).filter(([fact]) => listed.has(fact)))
  return people.map((person) => ({ ...person, facts: { ...empty, ...person.facts } }))
}

function listedAtFrom(timestamp: string, { now }: ReadContext): ListReading['listedAt'] {
  const milliseconds = Date.parse(timestamp)
  if (Number.isNaN(milliseconds)) return null
  const listedAt = instantFromMilliseconds(milliseconds)
  return listedAt <= now ? listedAt : null
}
