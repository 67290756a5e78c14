import { foldText } from '#domain/base/folded-text.ts'
import type { ImportWarning } from '#domain/roster/import-problem.ts'
import type { ListedFacts, ListedPerson } from '#domain/roster/listed-person.ts'
import type { LocalDate } from '#domain/time/instant.ts'
import { importReport } from '#text/nb/words/imports/import-report.ts'
import { parseBirthDate } from '../texts/birth-date.ts'
import { shortened, tidy } from '../texts/cell-values.ts'
import { readGender } from '../texts/read-gender.ts'
import type { ReadRow } from '../cells/read-row.ts'
import type { ReadContext } from '../people/read-context.ts'
import { extensionTexts } from './extension-texts.ts'
import type { FhirEntry } from './fhir-entries.ts'
import { conceptText, type FhirPatient, type Resource } from './fhir-resource.ts'
import { readHumanName } from './human-name.ts'
import { readHome } from './read-address.ts'
import { readContact } from './read-contact.ts'
import { readIdentifiers } from './read-identifiers.ts'
import { readPractitioner } from './read-practitioner.ts'
import { readProtection } from './read-protection.ts'
import type { ReferenceIndex } from './reference-index.ts'
import { telecomPhones } from './telecom-phones.ts'

/** A Patient with what the other entries say of her doctor and her zone. */
export type ReadPatient = ReadRow & {
  /** Entries that were read through hers. */
  uses: FhirEntry[]
}

export function readPatient(
  patient: FhirPatient,
  { line, resource }: { line: number; resource: Resource },
  context: ReadContext,
  index: ReferenceIndex,
): ReadPatient {
  const { today } = context
  const warnings: ImportWarning[] = statusWarnings(patient)
  const doctor = readPractitioner(patient.generalPractitioner, resource, index, today)
  const owner = readOwner(patient, resource, index)
  const person: ListedPerson = {
    line,
    name: readHumanName(patient.name, today),
    bornOn: null,
    ...readIdentifiers(patient.identifier, today, warnings),
    zoneName: findZoneName(patient, owner.name, context),
    facts: {
      ...readFacts(patient, today, warnings),
      ...(doctor.doctor && { generalPractitioner: doctor.doctor }),
    },
  }
  if (patient.birthDate !== undefined) {
    person.bornOn = parseBirthDate(patient.birthDate, today)
    if (person.bornOn === null)
      warnings.push({ kind: 'birthDate', value: shortened(patient.birthDate) })
  }
  return { person, warnings, uses: [...doctor.uses, ...owner.uses] }
}

/** Who is dead or has left may still be listed: what that means is for a person to decide. */
function statusWarnings(patient: FhirPatient): ImportWarning[] {
  const { active, deceasedBoolean, deceasedDateTime, link } = patient
  const isDead = deceasedBoolean === true || deceasedDateTime !== undefined
  const isReplaced = link?.some(({ type }) => type === 'replaced-by') === true
  return [
    ...(isDead ? ['død'] : []),
    ...(isReplaced ? ['slått sammen med en annen'] : []),
    ...(active === false && !isReplaced ? ['inaktiv'] : []),
  ].map((status) => ({ kind: 'inactive', status }))
}

/** The name of the organization that a patient belongs to, which may be her zone. */
function readOwner(
  { managingOrganization }: FhirPatient,
  within: Resource,
  index: ReferenceIndex,
): { name: string | null; uses: FhirEntry[] } {
  const found = managingOrganization && index.findResource(managingOrganization, within)
  const name = found?.resource['name']
  if (!found || typeof name !== 'string')
    return { name: managingOrganization?.display ?? null, uses: [] }
  return { name, uses: found.entry === null ? [] : [found.entry] }
}

function findZoneName(
  patient: FhirPatient,
  organization: string | null,
  { zones }: ReadContext,
): string | null {
  const known = new Set(zones.flatMap(({ id, name }) => [foldText(id), foldText(name ?? id)]))
  const isKnown = (name: string) => known.has(foldText(name))
  // Four levels stand as «Oslo | Gamle Oslo | Øst | Kampen»: the narrowest is the zone.
  const inExtensions = extensionTexts(patient.extension, /zone|sone/i).map((text) =>
    tidy(text.split('|').at(-1) ?? ''),
  )
  const elsewhere = [
    ...(patient.meta?.tag ?? []).flatMap(({ code, display }) => [display, code]),
    organization,
    ...(patient.address ?? []).map(({ district }) => district),
  ].filter((text) => text !== undefined && text !== null)
  return inExtensions.find(isKnown) ?? elsewhere.find(isKnown) ?? inExtensions[0] ?? null
}

function readFacts(
  patient: FhirPatient,
  today: LocalDate,
  warnings: ImportWarning[],
): Partial<ListedFacts> {
  const facts: Partial<ListedFacts> = {}
  if (patient.address !== undefined) facts.address = readHome(patient.address, today)
  const protection = readProtection(patient)
  if (protection !== null) facts.addressProtection = protection
  const { phones, unread } = telecomPhones(patient.telecom, today)
  const [phone, ...others] = phones
  if (phone !== undefined) facts.phone = phone
  if (others.length > 0) facts.remarks = others.map(importReport.otherPhone)
  warnings.push(
    ...unread.map((value) => ({
      kind: 'unclearValue' as const,
      heading: 'telecom',
      value: shortened(value),
      isPhone: true,
    })),
  )
  if (patient.gender !== undefined) facts.gender = readGender(patient.gender) ?? 'unknown'
  const contacts = (patient.contact ?? []).flatMap((contact) => readContact(contact, today))
  if (contacts.length > 0) facts.nextOfKin = contacts
  const household = extensionTexts(patient.extension, /household|husstand|livingsituation/i)
  if (household.length > 0) facts.livesAlone = household.some((text) => /alone|alene/i.test(text))
  const locks = extensionTexts(patient.extension, /e-?lock|electroniclock|e-?las/i)
  if (locks.length > 0) {
    facts.access = locks.map((description) => ({
      kind: 'electronicLock',
      description,
      code: null,
    }))
  }
  const languages = (patient.communication ?? []).flatMap(
    ({ language }) => conceptText(language) ?? [],
  )
  const foreign = languages.filter(
    (language) => !/norsk|bokmål|nynorsk|norwegian|^n[bno]\b/i.test(language),
  )
  if (foreign.length > 0) facts.communication = foreign.join(', ')
  return facts
}
