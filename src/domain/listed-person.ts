import * as z from 'zod/mini'
import { LocalDate, LocalTime } from './instant.ts'
import { Medication } from './medication.ts'
import { PersonalNumberKind } from './patient-details.ts'
import {
  Access,
  Address,
  AddressProtection,
  Contact,
  CriticalInformation,
  GeneralPractitioner,
  PersonName,
} from './patient.ts'
import { ServiceCode } from './service.ts'

/** A device as a list names it; null is what the list does not say. */
export const ListedDevice = z.object({
  kind: z.string(),
  description: z.nullable(z.string()),
  batteryMinutes: z.nullable(z.int().check(z.nonnegative())),
  reserve: z.nullable(z.string()),
  reserveMinutes: z.nullable(z.int().check(z.nonnegative())),
  toleranceMinutes: z.nullable(z.int().check(z.nonnegative())),
})
export type ListedDevice = z.infer<typeof ListedDevice>

/** What a list may say of a person besides who she is. */
export const ListedFacts = z.object({
  addressProtection: AddressProtection,
  address: z.nullable(Address),
  phone: z.nullable(z.string()),
  livesAlone: z.nullable(z.boolean()),
  services: z.array(ServiceCode),
  devices: z.array(ListedDevice),
  doseTimes: z.array(LocalTime),
  supervisionTimes: z.array(LocalTime),
  nextOfKin: z.array(Contact),
  generalPractitioner: z.nullable(GeneralPractitioner),
  critical: z.array(CriticalInformation),
  access: z.array(Access),
  codes: z.array(z.object({ access: z.string(), code: z.string() })),
  mobility: z.nullable(z.string()),
  communication: z.nullable(z.string()),
  remarks: z.array(z.string()),
  gender: z.nullable(z.string()),
  diagnoses: z.array(z.string()),
  resuscitation: z.nullable(z.string()),
  nutrition: z.nullable(z.string()),
  pharmacy: z.nullable(z.string()),
  medications: z.array(Medication),
})
export type ListedFacts = z.infer<typeof ListedFacts>
export type ListedFact = keyof ListedFacts

/** What a list says of one person. A fact that the list has no place for is not there at all. */
export const ListedPerson = z.object({
  /** Where in the file she is first read. */
  line: z.int().check(z.positive()),
  name: PersonName,
  bornOn: z.nullable(LocalDate),
  personalNumber: z.nullable(
    z.object({ kind: PersonalNumberKind, value: z.string(), valid: z.boolean() }),
  ),
  ehrId: z.nullable(z.string()),
  /** As the list writes it; null when it does not say. */
  zoneName: z.nullable(z.string()),
  facts: z.partial(ListedFacts),
})
export type ListedPerson = z.infer<typeof ListedPerson>
