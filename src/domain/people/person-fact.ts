import * as z from 'zod/mini'
import { EmployeeId, EntryId, PatientId, ZoneId } from '../base/ids.ts'
import { saidFields } from '../facts/said.ts'
import { PatientListKind } from '../lists/patient-list.ts'
import { Instant, LocalDate, LocalTime } from '../time/instant.ts'

/** The same words of state in all lists (`domain.md` 1.15); who has none is «ikke kontaktet». */
export const ContactState = z.enum([
  'noAnswer',
  'spokenOk',
  'needsVisit',
  'visited',
  'transferred',
  'moved',
  'dead',
])
export type ContactState = z.infer<typeof ContactState>

const Word = z.nullable(z.string().check(z.maxLength(300)))

/** A visit to a patient: one of a work list on a day, or one that the incident made. */
export const VisitKey = z.object({
  patientId: PatientId,
  planned: z.nullable(z.object({ visitId: z.string(), on: LocalDate })),
})
export type VisitKey = z.infer<typeof VisitKey>

/** `partly` says in its word what was left; `needsTwo` is never given to one, and what is unmet is counted. */
export const VisitOutcome = z.enum(['done', 'partly', 'notHome', 'blockedRoad', 'needsTwo'])
export type VisitOutcome = z.infer<typeof VisitOutcome>

/** A dose: patient, line of the medication sheet or dispenser, date, slot (`architecture.md` 11.12.12). */
export const DoseKey = z.object({
  patientId: PatientId,
  /** The line's id on the medication sheet; null for the dispenser. */
  line: z.nullable(z.string()),
  on: LocalDate,
  slot: LocalTime,
})
export type DoseKey = z.infer<typeof DoseKey>

/** What a call or a visit found out about power at a patient's. Null where nothing new is known. */
export const PowerFinding = z.object({
  patientId: PatientId,
  /** Null for all of the patient's devices. */
  poweredDeviceId: z.nullable(z.string()),
  /** Minutes that the battery lasts from `at` of the fact: a swapped or measured one. */
  batteryMinutes: z.nullable(z.int().check(z.nonnegative())),
  reserveMinutes: z.nullable(z.int().check(z.nonnegative())),
  hasPower: z.nullable(z.boolean()),
  someoneThere: z.nullable(z.boolean()),
  word: Word,
})
export type PowerFinding = z.infer<typeof PowerFinding>

const Person = z.object({ employeeId: EmployeeId, name: z.string().check(z.maxLength(200)) })

/** What is said about a zone's patients during an incident. */
export const PersonFactBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('contact'), patientId: PatientId, state: ContactState, word: Word }),
  z.object({ kind: z.literal('power'), finding: PowerFinding }),
  /** «Denne gata/bygget har strøm», or has not. `number` null for the whole street. */
  z.object({
    kind: z.literal('placePower'),
    street: z.string().check(z.maxLength(80)),
    number: z.nullable(z.string().check(z.maxLength(10))),
    hasPower: z.boolean(),
  }),
  /** It stays the giver's until the receiver has taken it over. */
  z.object({ kind: z.literal('visitGiven'), visit: VisitKey, to: Person }),
  z.object({
    kind: z.literal('visitTaken'),
    visit: VisitKey,
    /** Hers until somebody takes it over, as she has agreed with one whom no list on her phone names; absent for nobody. */
    agreedWith: z.optional(z.string().check(z.minLength(1), z.maxLength(80))),
  }),
  z.object({
    kind: z.literal('visitEnded'),
    visit: VisitKey,
    outcome: VisitOutcome,
    word: Word,
  }),
  z.object({
    kind: z.literal('dose'),
    dose: DoseKey,
    /** Null: given. Else the code of why not. */
    notGivenCode: z.nullable(z.string().check(z.maxLength(40))),
  }),
  /** Somebody has looked into two givens. */
  z.object({ kind: z.literal('doseHandled'), dose: DoseKey, word: Word }),
  /** She calls people of a list now, or no longer: the server deals shares. */
  z.object({ kind: z.literal('calling'), list: PatientListKind, isCalling: z.boolean() }),
  z.object({ kind: z.literal('undone'), facts: z.array(EntryId).check(z.maxLength(64)) }),
])
export type PersonFactBody = z.infer<typeof PersonFactBody>

/** A fact about a zone's patients: class `people` (`personFact@1`), document id = entry id. */
export const PersonFact = z.object({ ...saidFields, zone: ZoneId, body: PersonFactBody })
export type PersonFact = z.infer<typeof PersonFact>

/** Who calls whom, as the server has dealt it: class `people` (`callShares@1`), one a zone and list. */
export const CallShares = z.object({
  zone: ZoneId,
  list: PatientListKind,
  dealtAt: Instant,
  shares: z.array(
    z.object({
      patientId: PatientId,
      caller: Person,
      /** Whoever had the patient and was silent for 15 minutes: she may have called. */
      mayHaveCalled: z.nullable(Person),
    }),
  ),
})
export type CallShares = z.infer<typeof CallShares>

/** The id of the document that says who calls down a list in a zone. */
export function callSharesId({ zone, list }: Pick<CallShares, 'zone' | 'list'>): string {
  return `call-shares-${zone}-${list}`
}
