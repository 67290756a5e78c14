import { foldText } from '#domain/base/folded-text.ts'
import { readPersonalNumber } from '#domain/patient/fodselsnummer.ts'
import type { ImportWarning } from '#domain/roster/import-problem.ts'
import type { ListedFacts, ListedPerson } from '#domain/roster/listed-person.ts'
import type { Address, AddressProtection, Contact, PersonName } from '#domain/patient/patient.ts'
import { strictest } from '../cells/address-cells.ts'
import {
  parseBirthDate,
  parseProtection,
  shortened,
  splitName,
  tidy,
} from '../cells/cell-values.ts'
import { readGender } from '../cells/read-gender.ts'
import { findPhones } from '../cells/phones.ts'
import type { ReadContext } from '../people/list-reading.ts'
import type { ReadRow } from '../cells/read-row.ts'
import {
  conceptText,
  type Concept,
  type Extension,
  type FhirAddress,
  type FhirPatient,
  type HumanName,
  type Identifier,
  type Telecom,
} from './fhir-resource.ts'

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

export function readHumanName(names: readonly HumanName[] | undefined): PersonName {
  const name = names?.find(({ use }) => use === 'official') ?? names?.[0]
  if (name === undefined) return { family: '', given: '' }
  const middle = extensionTexts(name.extension, /middlename/i)
  const given = tidy(
    [...(name.given ?? []), ...middle.filter((part) => !name.given?.includes(part))].join(' '),
  )
  const family = tidy(name.family ?? '')
  return family === '' && given === ''
    ? splitName(name.text ?? '', 'givenFirst')
    : { family, given }
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
  const protection = findProtection(patient)
  if (protection !== null) facts.addressProtection = protection
  const phones = (patient.telecom ?? [])
    .filter(isPhone)
    .flatMap(({ value }) => findPhones(value ?? ''))
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

/** Any sign of protection counts, in whichever of the places that profiles and systems put it. */
function findProtection(patient: FhirPatient): AddressProtection | null {
  const pattern =
    /addressprotection|address-protection|adressebeskyttelse|gradering|addressconfidential/i
  const texts = [
    ...extensionTexts(patient.extension, pattern),
    ...(patient.address ?? []).flatMap(({ extension }) => extensionTexts(extension, pattern)),
  ]
  const levels = texts.map((text) => parseProtection(text, ''))
  const security = (patient.meta?.security ?? []).flatMap(
    ({ code }) => securityLevels[code ?? ''] ?? [],
  )
  const all = [...levels, ...security]
  return all.length === 0 ? null : strictest(all)
}

const securityLevels: Partial<Record<string, AddressProtection>> = {
  R: 'confidential',
  V: 'strictlyConfidential',
}

export function readContact(contact: {
  relationship?: Concept[] | undefined
  name?: HumanName | undefined
  telecom?: Telecom[] | undefined
}): Contact {
  const name = readHumanName(contact.name === undefined ? undefined : [contact.name])
  const phones = (contact.telecom ?? [])
    .filter(isPhone)
    .flatMap(({ value }) => findPhones(value ?? ''))
  const relations = (contact.relationship ?? []).map((concept) => ({
    text: conceptText(concept),
    // What role a contact has (v2-0131) says less than how she is related.
    isRole: concept.coding?.some(({ system }) => system?.endsWith('v2-0131')) === true,
  }))
  const relation = relations.find(({ isRole }) => !isRole)?.text ?? relations[0]?.text ?? null
  return {
    name: tidy(`${name.given} ${name.family}`),
    relation,
    phone: phones[0] ?? null,
    canLookIn: false,
  }
}

function isPhone({ system }: Telecom): boolean {
  return system === 'phone' || system === 'sms' || system === undefined
}

/** Every text of the extensions whose address fits, one level of nesting included. */
function extensionTexts(extensions: readonly Extension[] | undefined, url: RegExp): string[] {
  return (extensions ?? []).flatMap((extension) => {
    const inner = (extension.extension ?? []).filter(
      (part) => url.test(extension.url ?? '') || url.test(part.url ?? ''),
    )
    const own = url.test(extension.url ?? '') ? [extension] : []
    return [...own, ...inner].flatMap((value) => {
      const text =
        value.valueString ??
        value.valueCode ??
        value.valueCoding?.display ??
        value.valueCoding?.code ??
        conceptText(value.valueCodeableConcept) ??
        value.valueReference?.display
      return text === undefined || text === null ? [] : [text]
    })
  })
}
