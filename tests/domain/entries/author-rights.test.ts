import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ZoneId } from '#domain/base/ids.ts'
import { Role } from '#domain/base/role.ts'
import {
  type AuthorRights,
  judgeEntry,
  type Receipt,
  type Subject,
} from '#domain/entries/author-rights.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import { noon } from '../../support/a-patient.ts'

const north = ZoneId.parse('nord-2')
const south = ZoneId.parse('sor-1')
const at = (minutes: number): Instant => plusMinutes(noon, minutes)
const yearAgo = at(-365 * 24 * 60)

/** A nurse of nord-2 since a year ago, whose entry is received at noon. */
const honest: AuthorRights = {
  roles: [{ role: 'nurse', from: yearAgo, to: null }],
  zones: [{ zone: north, from: yearAgo, to: null }],
  accountClosed: null,
  deviceClosed: null,
}
const receipt: Receipt = {
  receivedAt: noon,
  contactBefore: at(-60),
  credentialExpiresAt: at(60),
}
/** What a signed form asks for. */
const asNote = { duties: ['writeNotes'], receiver: null } as const
const inZone: Subject = { kind: 'inZone' }

type Case = {
  rights?: Partial<AuthorRights> | null
  zone?: ZoneId
  subject?: Subject
  receipt?: Partial<Receipt>
}

function verdictOf({ rights = {}, zone = north, subject = inZone, ...more }: Case): string {
  const verdict = judgeEntry(
    rights === null ? null : { ...honest, ...rights },
    { ...asNote, zone, subject },
    { ...receipt, ...more.receipt },
  )
  if (verdict.kind === 'toPerson') return verdict.reason
  return verdict.marks.length === 0 ? 'effect' : `marked ${verdict.marks.join(' ')}`
}

const zoneUntil = (minutes: number) => ({
  zones: [{ zone: north, from: yearAgo, to: at(minutes) }],
})
const roleUntil = (minutes: number) => ({
  roles: [
    { role: 'nurse', from: yearAgo, to: at(minutes) } as const,
    { role: 'administrator', from: at(minutes), to: null } as const,
  ],
})

describe('what the author has at the receipt gives effect', () => {
  test.each<[string, Case]>([
    ['her zone, her role and a patient of the zone', {}],
    ['the log of the zone itself', { subject: { kind: 'zoneItself' } }],
    [
      'a zone that she got this minute',
      { rights: { zones: [{ zone: north, from: noon, to: null }] } },
    ],
    [
      'a zone that she lost and has again',
      {
        rights: {
          zones: [
            { zone: north, from: yearAgo, to: at(-300) },
            { zone: north, from: at(-5), to: null },
          ],
        },
      },
    ],
    ['a zone that she loses afterwards', { rights: zoneUntil(1) }],
    ['a patient who leaves afterwards', { subject: { kind: 'left', at: at(1) } }],
    [
      'an account that is closed afterwards',
      {
        rights: { accountClosed: { at: at(1), abuseFrom: null } },
      },
    ],
    [
      'an account whose abuse begins afterwards',
      {
        rights: { accountClosed: { at: at(2), abuseFrom: at(1) } },
      },
    ],
  ])('%s', (_name, given) => {
    expect(verdictOf(given)).toBe('effect')
  })
})

describe('what ended since the device’s last contact gives effect, and the leader is told', () => {
  test.each<[string, Case, string]>([
    ['the zone', { rights: zoneUntil(-30) }, 'marked zoneEnded'],
    ['the role', { rights: roleUntil(-30) }, 'marked roleEnded'],
    ['the patient’s stay', { subject: { kind: 'left', at: at(-30) } }, 'marked patientLeft'],
    [
      'the account',
      { rights: { accountClosed: { at: at(-30), abuseFrom: null } } },
      'marked accountClosed',
    ],
    [
      'the device',
      { rights: { deviceClosed: { at: at(-30), abuseFrom: null } } },
      'marked deviceClosed',
    ],
    [
      'two of them',
      {
        rights: zoneUntil(-30),
        subject: { kind: 'left', at: at(-20) },
      },
      'marked zoneEnded patientLeft',
    ],
  ])('%s', (_name, given, expected) => {
    expect(verdictOf(given)).toBe(expected)
  })
})

describe('all else goes to a person', () => {
  test.each<[string, Case, string]>([
    ['somebody without an account', { rights: null }, 'unknownAuthor'],
    ['a zone that she never had', { zone: south }, 'zone'],
    ['a zone that she lost before the contact', { rights: zoneUntil(-90) }, 'zone'],
    ['a zone that she lost at the moment of the contact', { rights: zoneUntil(-60) }, 'zone'],
    [
      'a zone that she lost, and no contact is known',
      {
        rights: zoneUntil(-30),
        receipt: { contactBefore: null },
      },
      'zone',
    ],
    [
      'a zone that she gets afterwards',
      {
        rights: { zones: [{ zone: north, from: at(1), to: null }] },
      },
      'zone',
    ],
    [
      'a role that writes no notes',
      {
        rights: { roles: [{ role: 'administrator', from: yearAgo, to: null }] },
      },
      'role',
    ],
    ['a role that she lost before the contact', { rights: roleUntil(-90) }, 'role'],
    ['a patient of another zone', { subject: { kind: 'unknown' } }, 'patient'],
    [
      'a patient who left before the contact',
      { subject: { kind: 'left', at: at(-90) } },
      'patient',
    ],
    [
      'an account closed before the contact',
      {
        rights: { accountClosed: { at: at(-90), abuseFrom: null } },
      },
      'accountClosed',
    ],
    [
      'a device closed before the contact',
      {
        rights: { deviceClosed: { at: at(-90), abuseFrom: null } },
      },
      'deviceClosed',
    ],
    [
      'an account closed for abuse that began before, though closed afterwards',
      {
        rights: { accountClosed: { at: at(30), abuseFrom: at(-1) } },
      },
      'abuse',
    ],
    [
      'a device closed for abuse that began at the receipt',
      {
        rights: { deviceClosed: { at: at(30), abuseFrom: noon } },
      },
      'abuse',
    ],
    ['an expired credential', { receipt: { credentialExpiresAt: noon } }, 'credentialExpired'],
    [
      'a credential of which nothing is known',
      { receipt: { credentialExpiresAt: null } },
      'credentialExpired',
    ],
  ])('%s', (_name, given, expected) => {
    expect(verdictOf(given)).toBe(expected)
  })
})

const minute = fc.integer({ min: -500, max: 500 }).map(at)
const span = fc
  .tuple(minute, fc.option(minute))
  .filter(([from, to]) => to === null || from < to)
  .map(([from, to]) => ({ from, to }))
const closing = fc.option(fc.record({ at: minute, abuseFrom: fc.option(minute) }))
const anyRights = fc.record({
  roles: fc.array(
    fc.tuple(span, fc.constantFrom(...Role.options)).map(([one, role]) => ({ ...one, role })),
  ),
  zones: fc.array(
    fc.tuple(span, fc.constantFrom(north, south)).map(([one, zone]) => ({ ...one, zone })),
  ),
  accountClosed: closing,
  deviceClosed: closing,
})
const anySubject: fc.Arbitrary<Subject> = fc.oneof(
  fc.constant<Subject>({ kind: 'zoneItself' }),
  fc.constant<Subject>({ kind: 'inZone' }),
  fc.constant<Subject>({ kind: 'unknown' }),
  minute.map((left): Subject => ({ kind: 'left', at: left })),
)
const anyReceipt = fc.record({
  receivedAt: minute,
  contactBefore: fc.option(minute),
  credentialExpiresAt: fc.option(minute),
})

describe('whatever the history', () => {
  test('who never had the zone before the receipt has no effect there', () => {
    fc.assert(
      fc.property(anyRights, anySubject, anyReceipt, (rights, subject, given) => {
        const zones = rights.zones.filter(
          ({ zone, from }) => zone !== north || from > given.receivedAt,
        )
        const verdict = judgeEntry({ ...rights, zones }, { ...asNote, zone: north, subject }, given)

        expect(verdict.kind).toBe('toPerson')
      }),
    )
  })

  test('what happens after the receipt changes nothing, but a finding of abuse', () => {
    fc.assert(
      fc.property(anyRights, anySubject, anyReceipt, (rights, subject, given) => {
        const known: AuthorRights = {
          ...rights,
          roles: asKnownAt(rights.roles, given.receivedAt),
          zones: asKnownAt(rights.zones, given.receivedAt),
          accountClosed: closedBy(rights.accountClosed, given.receivedAt),
          deviceClosed: closedBy(rights.deviceClosed, given.receivedAt),
        }
        const entry = { ...asNote, zone: north, subject }

        expect(judgeEntry(rights, entry, given)).toEqual(judgeEntry(known, entry, given))
      }),
    )
  })

  test('a later contact never gives more', () => {
    fc.assert(
      fc.property(anyRights, anySubject, anyReceipt, minute, (rights, subject, given, contact) => {
        const entry = { ...asNote, zone: north, subject }
        fc.pre(given.contactBefore !== null && given.contactBefore <= contact)
        const before = judgeEntry(rights, entry, given)
        const after = judgeEntry(rights, entry, { ...given, contactBefore: contact })

        expect(after.kind === 'effect' && before.kind === 'toPerson').toBe(false)
      }),
    )
  })
})

function asKnownAt<Held extends { from: Instant; to: Instant | null }>(
  spans: readonly Held[],
  moment: Instant,
): Held[] {
  return spans
    .filter(({ from }) => from <= moment)
    .map((held) => (held.to !== null && held.to > moment ? { ...held, to: null } : held))
}

function closedBy(
  closing: AuthorRights['accountClosed'],
  moment: Instant,
): AuthorRights['accountClosed'] {
  if (closing === null) return null
  const isAbuse = closing.abuseFrom !== null && closing.abuseFrom <= moment
  return closing.at <= moment || isAbuse ? closing : null
}
