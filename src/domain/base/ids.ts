import * as z from 'zod/mini'

const slug = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,62}$/))
const uuid = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/))

export const MunicipalityId = slug.brand<'MunicipalityId'>()
export type MunicipalityId = z.infer<typeof MunicipalityId>

export const SectionId = slug.brand<'SectionId'>()
export type SectionId = z.infer<typeof SectionId>

/** Unique within its municipality. */
export const ZoneId = slug.brand<'ZoneId'>()
export type ZoneId = z.infer<typeof ZoneId>

export const PatientId = uuid.brand<'PatientId'>()
export type PatientId = z.infer<typeof PatientId>

/** A person who uses the phone; it is also the id of her account on the server. */
export const EmployeeId = uuid.brand<'EmployeeId'>()
export type EmployeeId = z.infer<typeof EmployeeId>

export const DeviceId = uuid.brand<'DeviceId'>()
export type DeviceId = z.infer<typeof DeviceId>

export const EntryId = uuid.brand<'EntryId'>()
export type EntryId = z.infer<typeof EntryId>

export const IncidentId = uuid.brand<'IncidentId'>()
export type IncidentId = z.infer<typeof IncidentId>

/** Names one line of the access log on the server. */
export const AccessId = uuid.brand<'AccessId'>()
export type AccessId = z.infer<typeof AccessId>

/** Names one list that was taken in. */
export const ImportRunId = uuid.brand<'ImportRunId'>()
export type ImportRunId = z.infer<typeof ImportRunId>

/** Names what one employee asked of her leaders: to approve the keys on a device. */
export const DeviceRequestId = uuid.brand<'DeviceRequestId'>()
export type DeviceRequestId = z.infer<typeof DeviceRequestId>

/** Thumbprint (RFC 7638, base64url) of a public key. */
export const KeyId = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]{43}$/))
  .brand<'KeyId'>()
export type KeyId = z.infer<typeof KeyId>
