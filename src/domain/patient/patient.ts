import * as z from 'zod/mini'
import { Author } from '../base/author.ts'
import { EntryId, PatientId, ZoneId } from '../base/ids.ts'
import { Instant, LocalDate, LocalTime } from '../time/instant.ts'
import { PoweredDevice } from './powered-device.ts'
import { PriorityLevel } from './priority-level.ts'
import { PriorityReason } from './priority-reason.ts'
import { ServiceCode } from './service.ts'

/** The Population Register's grading. A protected address is in the class `protected` alone. */
export const AddressProtection = z.enum(['none', 'confidential', 'strictlyConfidential'])
export type AddressProtection = z.infer<typeof AddressProtection>

export const PersonName = z.object({ family: z.string(), given: z.string() })
export type PersonName = z.infer<typeof PersonName>

export const Address = z.object({
  street: z.string(),
  postalCode: z.nullable(z.string()),
  city: z.nullable(z.string()),
  /** Floor, entrance or room. */
  detail: z.nullable(z.string()),
})
export type Address = z.infer<typeof Address>

export const Contact = z.object({
  name: z.string(),
  /** As «Datter», «Nabo». */
  relation: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  /** Has agreed to look in on the patient. */
  canLookIn: z.boolean(),
})
export type Contact = z.infer<typeof Contact>

export const GeneralPractitioner = z.object({
  name: z.string(),
  office: z.nullable(z.string()),
  phone: z.nullable(z.string()),
})
export type GeneralPractitioner = z.infer<typeof GeneralPractitioner>

/** A way in. Codes are never here but in the class `protected`. */
export const Access = z.object({
  /** Unique within its patient, and kept over lists that say the same: a code names the way in that it opens. */
  id: z.string(),
  kind: z.enum(['key', 'keyBox', 'electronicLock', 'opensDoor']),
  /** As the list has it: «Nøkkelboks ved kjellerdør», «114»; empty where it names the kind alone. */
  description: z.string(),
  /** Null while nobody has found out. */
  worksOffline: z.nullable(z.boolean()),
  hasCode: z.boolean(),
})
export type Access = z.infer<typeof Access>

/** A proposed priority is summed from recorded facts; it is valid when a named person has confirmed it. */
export const Priority = z.object({
  level: PriorityLevel,
  reasons: z.array(PriorityReason),
  confirmed: z.nullable(z.object({ by: z.string(), on: LocalDate })),
})
export type Priority = z.infer<typeof Priority>

/** What can kill: shown first on the card. */
export const CriticalInformation = z.object({
  kind: z.enum(['cave', 'condition', 'treatment', 'infection', 'other']),
  text: z.string(),
})
export type CriticalInformation = z.infer<typeof CriticalInformation>

/** Who registered a patient whom no list has, and by which entries. */
export const TemporaryPatient = z.object({
  by: Author,
  registeredAt: Instant,
  /** The first entry, whose id is the patient's, and its corrections, in their order: the last one says what stands. */
  entries: z.array(z.object({ entryId: EntryId, at: Instant })),
})
export type TemporaryPatient = z.infer<typeof TemporaryPatient>

/** A patient as she stands in the class `critical` (`patient@1`): what the lists and the first look need. */
export const Patient = z.object({
  id: PatientId,
  zone: ZoneId,
  /** The EHR's own number; the only identifier that may be shared openly. */
  ehrId: z.nullable(z.string()),
  name: PersonName,
  bornOn: z.nullable(LocalDate),
  addressProtection: AddressProtection,
  /** Null when protected or unknown. */
  address: z.nullable(Address),
  /** Null when protected or unknown. */
  phone: z.nullable(z.string()),
  livesAlone: z.nullable(z.boolean()),
  services: z.array(ServiceCode),
  devices: z.array(PoweredDevice),
  /** The medicine dispenser's times of the day. */
  doseTimes: z.array(LocalTime),
  /** Planned times of digital supervision. */
  supervisionTimes: z.array(LocalTime),
  nextOfKin: z.array(Contact),
  generalPractitioner: z.nullable(GeneralPractitioner),
  critical: z.array(CriticalInformation),
  access: z.array(Access),
  mobility: z.nullable(z.string()),
  communication: z.nullable(z.string()),
  /** Dog, smoke, violence: what one wants to know before the door opens. */
  remarks: z.array(z.string()),
  priority: z.nullable(Priority),
  /** When the newest list that had her was made in the EHR, as far as known; else when it was taken in. */
  asOf: Instant,
  /** Absent for a patient of the lists. An older app shows a temporary patient like any other. */
  temporary: z.optional(TemporaryPatient),
})
export type Patient = z.infer<typeof Patient>
