import type { LocalDate, LocalTime } from '../time/instant.ts'
import type { AlarmLine } from '../patient/alarm-line.ts'
import type { Gender } from '../patient/gender.ts'
import type { Medication } from '../patient/medication.ts'
import type { PersonalNumberKind } from '../patient/patient-details.ts'
import type {
  Access,
  Address,
  AddressProtection,
  Contact,
  CriticalInformation,
  GeneralPractitioner,
  PersonName,
} from '../patient/patient.ts'
import type { ServiceCode } from '../patient/service.ts'

/** A device as a list names it; null is what the list does not say. */
export type ListedDevice = {
  listedAs: string
  description: string | null
  batteryMinutes: number | null
  reserve: string | null
  reserveMinutes: number | null
  toleranceMinutes: number | null
}

/** Through whom a person's alarm sends, as a list tells it; `listedAs` is what the alarm is called where no list names one. */
export type ListedAlarm = { line: AlarmLine; listedAs: string; description: string }

/** A way in as a list names it, with the code that stands beside it. */
export type ListedAccess = Pick<Access, 'kind' | 'description'> & { code: string | null }

/** A code that names no way in. */
export type ListedCode = { label: string | null; code: string }

/** What a list may say of a person besides who she is. */
export type ListedFacts = {
  addressProtection: AddressProtection
  address: Address | null
  phone: string | null
  livesAlone: boolean | null
  services: ServiceCode[]
  devices: ListedDevice[]
  alarmLine: ListedAlarm
  doseTimes: LocalTime[]
  supervisionTimes: LocalTime[]
  nextOfKin: Contact[]
  generalPractitioner: GeneralPractitioner | null
  critical: CriticalInformation[]
  access: ListedAccess[]
  codes: ListedCode[]
  mobility: string | null
  communication: string | null
  remarks: string[]
  gender: Gender | null
  diagnoses: string[]
  resuscitation: string | null
  nutrition: string | null
  pharmacy: string | null
  medications: Medication[]
}
export type ListedFact = keyof ListedFacts

/** What a list says of one person. A fact that the list has no place for is not there at all. */
export type ListedPerson = {
  /** Where in the file she is first read. */
  line: number
  name: PersonName
  bornOn: LocalDate | null
  personalNumber: { kind: PersonalNumberKind; value: string; valid: boolean } | null
  ehrId: string | null
  /** As the list writes it; null when it does not say. */
  zoneName: string | null
  facts: Partial<ListedFacts>
}
