import * as z from 'zod/mini'

/** What the log of security events is read by. */
export const SecurityEventGroup = z.enum(['signIn', 'accounts', 'keys', 'refused'])
export type SecurityEventGroup = z.infer<typeof SecurityEventGroup>

/**
 * What happened to the server's own safety. None of it names a patient.
 *
 * signInBlocked: so many wrong passwords that the next try must wait. accessRefused: somebody who is signed in asked for what
 * her role lacks. entriesQuarantined: entries came that could not be believed. keysRefused: the folder held keys that are not
 * this server's, or older ones.
 */
export const SecurityEventKind = z.enum([
  'signedIn',
  'signInRefused',
  'signInBlocked',
  'accountCreated',
  'roleChanged',
  'zonesChanged',
  'accountClosed',
  'settingsChanged',
  'deviceEnrolled',
  'deviceClosed',
  'keysRotated',
  'keysRefused',
  'keysAccepted',
  'accessRefused',
  'entriesQuarantined',
])
export type SecurityEventKind = z.infer<typeof SecurityEventKind>

export const groupOfSecurityEvent = {
  signedIn: 'signIn',
  signInRefused: 'signIn',
  signInBlocked: 'signIn',
  accountCreated: 'accounts',
  roleChanged: 'accounts',
  zonesChanged: 'accounts',
  accountClosed: 'accounts',
  settingsChanged: 'accounts',
  deviceEnrolled: 'keys',
  deviceClosed: 'keys',
  keysRotated: 'keys',
  keysRefused: 'keys',
  keysAccepted: 'keys',
  accessRefused: 'refused',
  entriesQuarantined: 'refused',
} as const satisfies Record<SecurityEventKind, SecurityEventGroup>
