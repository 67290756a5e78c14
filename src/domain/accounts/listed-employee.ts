import * as z from 'zod/mini'
import { StandInDays } from './stand-in.ts'
import { Role } from '../base/role.ts'

/** Why a row of a list of employees becomes no account. */
export const UnclearEmployee = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum([
      'noName',
      'unreadableUsername',
      'usernameTaken',
      'sameName',
      'repeated',
      'unreadableHpr',
      'zonesMissing',
      'zoneWithoutSection',
      'administratorWithZones',
      'standInWithoutEnd',
      'unreadableDays',
      'reversedDays',
      'pastDays',
      'roleNotYours',
      'zonesNotYours',
    ]),
  }),
  /** What stands there names no role or zone that we know, or a zone of several sections. */
  z.object({ kind: z.enum(['unknownRole', 'unknownZone', 'zoneInSeveral']), text: z.string() }),
])
export type UnclearEmployee = z.infer<typeof UnclearEmployee>

/**
 * What becomes of a row: a new account that gets a code, or nothing: she has an account, with a password (`canSignIn`),
 * with a code or without either, or one that is closed.
 */
export const EmployeeOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new') }),
  z.object({ kind: z.literal('known'), signIn: z.enum(['password', 'code', 'none', 'closed']) }),
  z.object({ kind: z.literal('unclear'), reason: UnclearEmployee }),
])
export type EmployeeOutcome = z.infer<typeof EmployeeOutcome>

export const ListedEmployee = z.object({
  line: z.int(),
  name: z.string(),
  username: z.string(),
  title: z.string(),
  /** Null where the row does not say it in words that we know. */
  role: z.nullable(Role),
  /** As they will be called. */
  zones: z.array(z.string()),
  /** Of a stand-in; left out for everybody else. */
  standIn: z.optional(StandInDays),
  outcome: EmployeeOutcome,
})
export type ListedEmployee = z.infer<typeof ListedEmployee>

/** Why a file is no list of employees. */
export const EmployeeListRefusal = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum([
      'emptyFile',
      'excelFile',
      'pdfFile',
      'zipFile',
      'documentFile',
      'binaryFile',
      'otherEncoding',
      'noTable',
      'tooMuch',
      'noEmployees',
      'newPlaces',
      'changedMeanwhile',
    ]),
  }),
  z.object({ kind: z.literal('tooManyRows'), max: z.int() }),
])
export type EmployeeListRefusal = z.infer<typeof EmployeeListRefusal>
