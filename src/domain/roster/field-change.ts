import * as z from 'zod/mini'
import { Gender } from '../patient/gender.ts'
import { Medication } from '../patient/medication.ts'
import {
  Access,
  AddressProtection,
  Contact,
  CriticalInformation,
  GeneralPractitioner,
  PersonName,
} from '../patient/patient.ts'
import { PoweredDevice } from '../patient/powered-device.ts'
import { LocalDate } from '../time/instant.ts'
import { ZoneName } from './zone-name.ts'

/** Stands for what a preview must not show: it says only that there is something. */
export const Hidden = z.object({ kind: z.literal('hidden') })
export type Hidden = z.infer<typeof Hidden>

/** A field as an import finds it and leaves it, with as much of its values as a leader looks over; null is nothing. */
export const FieldChange = z.discriminatedUnion('field', [
  change('name', PersonName),
  change('bornOn', z.nullable(LocalDate)),
  /** Never the whole number: `*` stands for the digits that are kept back. */
  change('personalNumber', z.nullable(z.string())),
  change('zone', ZoneName),
  change('addressProtection', AddressProtection),
  /** The lines of an address, as on an envelope. */
  change('address', z.nullable(z.union([z.array(z.string()), Hidden]))),
  change('phone', z.nullable(z.union([z.string(), Hidden]))),
  change('codes', z.nullable(Hidden)),
  change('livesAlone', z.nullable(z.boolean())),
  change('devices', z.array(z.pick(PoweredDevice, { listedAs: true, batteryMinutes: true }))),
  change('gender', z.nullable(Gender)),
  change('nextOfKin', z.array(z.pick(Contact, { name: true, phone: true }))),
  change('generalPractitioner', z.nullable(GeneralPractitioner)),
  change('critical', z.array(z.pick(CriticalInformation, { text: true }))),
  change('access', z.array(z.pick(Access, { kind: true, description: true }))),
  change('medications', z.array(z.pick(Medication, { name: true, strength: true }))),
  change('ehrId', z.nullable(z.string())),
  change('mobility', z.nullable(z.string())),
  change('communication', z.nullable(z.string())),
  change('resuscitation', z.nullable(z.string())),
  change('nutrition', z.nullable(z.string())),
  change('pharmacy', z.nullable(z.string())),
  change('services', z.array(z.string())),
  change('doseTimes', z.array(z.string())),
  change('supervisionTimes', z.array(z.string())),
  change('remarks', z.array(z.string())),
  change('diagnoses', z.array(z.string())),
])
export type FieldChange = z.infer<typeof FieldChange>

function change<const Field extends string, Value extends z.ZodMiniType>(
  field: Field,
  value: Value,
) {
  return z.object({ field: z.literal(field), before: value, after: value })
}
