import { matchPath } from 'react-router'
import * as z from 'zod/mini'
import { EmployeeId, EntryId, IncidentId, PatientId, ZoneId } from '#domain/base/ids.ts'
import { CardCode, CardRole } from '#domain/cards/action-card.ts'
import { ContactId } from '#domain/contacts/contact.ts'
import { FormId, FormReference } from '#domain/forms/form-reference.ts'
import { PatientListKind } from '#domain/lists/patient-list.ts'
import { Instant, LocalDate } from '#domain/time/instant.ts'
import { address, place, wordedParameter } from './address.ts'

const listKind = wordedParameter(PatientListKind.options, {
  all: 'samtlige',
  lifeEssentialPower: 'bst',
  safetyAlarm: 'try-hst',
  medicineDispenser: 'vem',
  digitalSupervision: 'vdt',
  localisation: 'vlt',
  access: 'tilgang',
  priority: 'prioritet',
})

const cardCode = z.codec(z.string().check(z.regex(/^[a-z0-9-]+$/)), CardCode, {
  decode: (word) => word.toUpperCase(),
  encode: (code) => code.toLowerCase(),
})

/** The address to return to after signing in. It is one of the app's own, never an outside address from a link. */
const returnPlaces = [
  'enrol',
  'import',
  'more',
  'review',
  'amendments',
  'newPatients',
  'server',
  'deviceRequests',
  'contacts',
  'municipalForms',
  'begin',
  'employees',
] as const
export type ReturnPlace = (typeof returnPlaces)[number]
const returnTo = wordedParameter<ReturnPlace>(returnPlaces, {
  enrol: 'klargjor',
  import: 'ukens-lister',
  more: 'mer',
  server: 'kommunens-server',
  review: 'til-avklaring',
  amendments: 'endringer',
  newPatients: 'nye-brukere',
  deviceRequests: 'telefoner-som-venter',
  contacts: 'numre',
  municipalForms: 'skjema',
  begin: 'kom-i-gang',
  employees: 'ansatte',
})

/** The list of an outage that an employee came from, and goes on with. */
const outageLists = ['countdown', 'callList', 'visits'] as const
export type OutageList = (typeof outageLists)[number]
const from = wordedParameter<OutageList>(outageLists, {
  countdown: 'tom-forst',
  callList: 'ikke-fatt-kontakt',
  visits: 'besok',
})

/** Which of several open incidents a list is about; without it the one that matters most. */
const inOutage = { zone: z.optional(ZoneId), incident: z.optional(IncidentId) }

const yes = z.codec(z.literal('ja'), z.literal(true), {
  decode: () => true as const,
  encode: () => 'ja' as const,
})

/** The list that a card was opened from, by which one goes on to the next of it. */
const fromList = {
  list: z.optional(listKind),
  workList: z.optional(z.string()),
  zone: z.optional(ZoneId),
}
export type ListOrigin = {
  list?: PatientListKind | undefined
  workList?: string | undefined
  zone?: ZoneId | undefined
}

/** A note, and whom it is about: her notes are read together. None for the zone's own logs. */
const aboutNote = { entryId: EntryId, patientId: z.optional(PatientId) }

const cardRole = z.optional(z.enum([...CardRole.options, 'alle']))

/** Every address of the app. A link is built here, and what an address says is parsed here. */
export const paths = {
  now: place('/'),
  whatFails: place('/hva-virker-ikke'),
  incident: address('/hendelse/:incident', { incident: IncidentId }),
  changeIncident: address('/hendelse/:incident/endre', { incident: IncidentId }),
  powerPlaces: address('/hendelse/:incident/strom', { incident: IncidentId }),
  incidentCard: address('/hendelse/:incident/kort/:code', {
    incident: IncidentId,
    code: cardCode,
    role: cardRole,
    zone: z.optional(ZoneId),
  }),
  tasks: address('/hendelse/:incident/oppgaver', {
    incident: IncidentId,
    role: cardRole,
    zone: z.optional(ZoneId),
  }),
  countdown: address('/tom-forst', inOutage),
  ifPowerGoes: address('/hvis-strommen-gar', {
    zone: z.optional(ZoneId),
    at: z.optional(Instant),
  }),
  callList: address('/ikke-fatt-kontakt', { ...inOutage, list: z.optional(listKind) }),
  visits: address('/besok', inOutage),
  visit: address('/besok/:patientId', {
    patientId: PatientId,
    visitId: z.optional(z.string()),
    on: z.optional(LocalDate),
    ...inOutage,
  }),
  personInIncident: address('/bruker/:patientId/hendelse', {
    patientId: PatientId,
    calledAt: z.optional(Instant),
    from: z.optional(from),
    list: z.optional(listKind),
    ...inOutage,
  }),
  readyMessages: address('/ferdige-meldinger', { patientId: z.optional(PatientId) }),
  lists: address('/lister', { zone: z.optional(ZoneId) }),
  patientList: address('/lister/:kind', { kind: listKind, zone: z.optional(ZoneId) }),
  workList: address('/arbeidslister/:workListId', { workListId: z.string() }),
  patient: address('/bruker/:patientId', { patientId: PatientId, ...fromList }),
  isbar: address('/bruker/:patientId/isbar', { patientId: PatientId }),
  medication: address('/bruker/:patientId/legemiddelark', { patientId: PatientId }),
  signingList: address('/bruker/:patientId/signering', { patientId: PatientId }),
  cards: place('/tiltakskort'),
  card: address('/tiltakskort/:code', {
    code: cardCode,
    role: cardRole,
  }),
  wholeCard: address('/tiltakskort/:code/hele', { code: cardCode }),
  contacts: place('/numre'),
  zonePlan: address('/avtalt/:zone', { zone: ZoneId }),
  newContact: place('/numre/ny'),
  contact: address('/numre/:contactId', { contactId: ContactId }),
  write: place('/skriv'),
  startForm: address('/skriv/:formId', { formId: FormId, patientId: z.optional(PatientId) }),
  draft: address('/skriv/utkast/:draftId', {
    draftId: EntryId,
    form: z.optional(FormReference),
    zone: z.optional(ZoneId),
    patientId: z.optional(PatientId),
  }),
  correct: address('/skriv/rett/:entryId', { entryId: EntryId }),
  countersign: address('/skriv/dobbeltkontroll/:entryId', aboutNote),
  withdraw: address('/skriv/trekk/:entryId', aboutNote),
  municipalForms: place('/skjema'),
  formVersions: address('/skjema/:formId', { formId: FormId }),
  formDraft: address('/skjema/utkast/:draftId', { draftId: EntryId }),
  sent: address('/sendt', { isSigned: z.optional(yes) }),
  more: place('/mer'),
  server: place('/kommunens-server'),
  begin: place('/kom-i-gang'),
  sections: place('/seksjoner'),
  employees: place('/ansatte'),
  newEmployee: place('/ansatte/ny'),
  employeeList: place('/ansatte/liste'),
  employee: address('/ansatte/:employee', { employee: EmployeeId }),
  newPhones: place('/nye-telefoner'),
  alarms: place('/varsler'),
  securityEvents: place('/sikkerhetshendelser'),
  import: place('/ukens-lister'),
  binder: place('/beredskapsperm'),
  deviceRequests: place('/telefoner-som-venter'),
  received: address('/mottatt', { zone: z.optional(ZoneId) }),
  roles: place('/tilganger'),
  amendments: place('/endringer'),
  newPatients: place('/nye-brukere'),
  amend: address('/bruker/:patientId/endre', { patientId: PatientId }),
  review: place('/til-avklaring'),
  signIn: address('/logg-inn', { returnTo: z.optional(returnTo) }),
  enrol: place('/klargjor'),
  enrolAgain: place('/klargjor-pa-nytt'),
  firstSignIn: place('/oppstart'),
  firstCode: place('/forste-innlogging'),
}

export type PlaceName = keyof typeof paths

const isPlaceName = (name: string): name is PlaceName => name in paths
const placeNames = Object.keys(paths).filter(isPlaceName)

/** The place that an address leads to; null for an address that is not the app's. */
export function findPlace(pathname: string): PlaceName | null {
  return placeNames.find((name) => matchPath(paths[name].pattern, pathname) !== null) ?? null
}
