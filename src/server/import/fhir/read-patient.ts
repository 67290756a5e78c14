import { foldText } from '#domain/base/folded-text.ts'
import { readPersonalNumber } from '#domain/patient/fodselsnummer.ts'
import type { ImportWarning } from '#domain/roster/import-problem.ts'
import type { ListedFacts, ListedPerson } from '#domain/roster/listed-person.ts'
import type { Address } from '#domain/patient/patient.ts'
import { shortened, tidy } from '../cells/cell-values.ts'
import { readGender } from '../cells/read-gender.ts'
import { parseBirthDate } from '../cells/birth-date.ts'
import type { ReadRow } from '../cells/read-row.ts'
import type { ReadContext } from '../people/read-context.ts'
import { extensionTexts } from './extension-texts.ts'
import {
  conceptText,
  type FhirAddress,
  type FhirPatient,
  type Identifier,
} from './fhir-resource.ts'
import { readHumanName } from './human-name.ts'
import { readContact } from './read-contact.ts'
import { readProtection } from './read-protection.ts'
import { telecomPhones } from './telecom-phones.ts'

/** Fødselsnummer, D-number, common help number and DUF number (Norwegian OIDs). */
const personalNumberSystem = /2\.16\.578\.1\.12\.4\.1\.4\.[1235]$/

export function readPatient(patient: FhirPatient, line: number, context: ReadContext): ReadRow {
  const warnings: ImportWarning[] = []
  const person: ListedPerson = {
    line,
    name: readHumanName(patient.name),
    bornOn: null,
    personalNumber: null,
    ehrId: findEhrId(patient.identifier ?? []),
    zoneName: findZoneName(patient, context),
    facts: readFacts(patient),
  }
  if (patient.birthDate !== undefined) {
    person.bornOn = parseBirthDate(patient.birthDate, context.today)
    if (person.bornOn === null)
      warnings.push({ kind: 'birthDate', value: shortened(patient.birthDate) })
  }
  const number = patient.identifier?.find(({ system }) =>
    personalNumberSystem.test(system ?? ''),
  )?.value
  if (number !== undefined && number.trim() !== '') {
    person.personalNumber = readPersonalNumber(number)
    if (!person.personalNumber.valid) {
      warnings.push({ kind: 'personalNumber', value: shortened(number) })
    }
  }
  return { person, warnings }
}

/** The EHR's own number before any other that is no personal number. */
function findEhrId(identifiers: readonly Identifier[]): string | null {
  const others = identifiers.filter(({ system }) => !personalNumberSystem.test(system ?? ''))
  const running = others.find(({ system }) => /lopenummer|journal|epj|ehr/i.test(system ?? ''))
  return tidy((running ?? others[0])?.value ?? '') || null
}

function findZoneName(patient: FhirPatient, { zones }: ReadContext): string | null {
  const known = new Set(zones.flatMap(({ id, name }) => [foldText(id), foldText(name ?? id)]))
  const isKnown = (name: string) => known.has(foldText(name))
  // Four levels stand as «Oslo | Gamle Oslo | Øst | Kampen»: the narrowest is the zone.
  const inExtensions = extensionTexts(patient.extension, /zone|sone/i).map((text) =>
    tidy(text.split('|').at(-1) ?? ''),
  )
  const elsewhere = [
    ...(patient.meta?.tag ?? []).flatMap(({ code, display }) => [display, code]),
    patient.managingOrganization?.display,
    ...(patient.address ?? []).map(({ district }) => district),
  ].filter((text) => text !== undefined)
  return inExtensions.find(isKnown) ?? elsewhere.find(isKnown) ?? inExtensions[0] ?? null
}

function readFacts(patient: FhirPatient): Partial<ListedFacts> {
  const facts: Partial<ListedFacts> = {}
  const address = patient.address?.find(({ use }) => use === 'home') ?? patient.address?.[0]
  if (address !== undefined) facts.address = readAddress(address)
  const protection = readProtection(patient)
  if (protection !== null) facts.addressProtection = protection
  const phones = telecomPhones(patient.telecom)
  if (phones[0] !== undefined) facts.phone = phones[0]
  if (patient.gender !== undefined) facts.gender = readGender(patient.gender) ?? 'unknown'
  const contacts = (patient.contact ?? []).map((contact) => readContact(contact))
  if (contacts.length > 0) facts.nextOfKin = contacts
  const doctor = patient.generalPractitioner?.find(({ display }) => display !== undefined)?.display
  if (doctor !== undefined) {
    facts.generalPractitioner = { name: tidy(doctor), office: null, phone: null }
  }
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

function readAddress(address: FhirAddress): Address | null {
  const [street = '', ...more] = address.line ?? []
  const city = tidy(address.city ?? address.district ?? '') || null
  const text = tidy(street || (address.text ?? ''))
  if (text === '' && city === null) return null
  return {
    street: text,
    postalCode: tidy(address.postalCode ?? '') || null,
    city,
    detail: tidy(more.join(', ')) || null,
  }
}
