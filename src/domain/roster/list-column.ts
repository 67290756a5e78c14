import * as z from 'zod/mini'

/** What a column of a weekly list can hold. */
export const ListColumn = z.enum([
  'personalNumber',
  'ehrId',
  'name',
  'nameFamilyFirst',
  'familyName',
  'givenName',
  'middleName',
  'bornOn',
  'street',
  'addressDetail',
  'postalCode',
  'city',
  'postalPlace',
  'addressProtection',
  'phone',
  'zone',
  'services',
  'status',
  'kin',
  'kinPhone',
  'kinRelation',
  'doctor',
  'doctorOffice',
  'doctorPhone',
  'cave',
  'criticalCondition',
  'infection',
  'key',
  'keyBox',
  'electronicLock',
  'door',
  'accessCode',
  'livesAlone',
  'livesWith',
  'resuscitation',
  'gender',
  'mobility',
  'communication',
  'remark',
  'device',
  'batteryTime',
  'reserve',
  'reserveTime',
  'toleranceTime',
  'alarmOperator',
  'alarmSims',
  'doseTimes',
  'supervisionTimes',
  'diagnoses',
  'nutrition',
  'pharmacy',
])
export type ListColumn = z.infer<typeof ListColumn>

/** What Beredt reads by its own headings alone: no saved mapping has a word for it that clients of version 1 know. */
export const ownColumns = ['houseNumber', 'houseLetter', 'serviceEndsOn'] as const
export type ReadColumn = ListColumn | (typeof ownColumns)[number]

/**
 * A municipality's own reading of a source's headings, where ours would be wrong: heading to column, or `ignored`.
 */
export const ColumnMapping = z.record(z.string(), z.union([ListColumn, z.literal('ignored')]))
export type ColumnMapping = z.infer<typeof ColumnMapping>
