import { describe, expect, test } from 'vitest'
import { ZoneId } from '#domain/base/ids.ts'
import {
  type AuthorRights,
  judgeEntry,
  type Receipt,
  type Wanted,
} from '#domain/entries/author-rights.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import { noon } from '../../support/a-patient.ts'

const north = ZoneId.parse('nord-2')
const at = (minutes: number): Instant => plusMinutes(noon, minutes)
const yearAgo = at(-365 * 24 * 60)

/** A nurse of nord-2 since a year ago, whose fact is received at noon. */
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

describe('a fact', () => {
  const confirming = { duties: ['startIncidents', 'confirmIncidents'], zone: null } as const
  const giving = { duties: ['recordPeople'], zone: north } as const
  const verdict = (wanted: Pick<Wanted, 'duties' | 'zone'> & Partial<Wanted>, rights = honest) =>
    judgeEntry(rights, { subject: { kind: 'zoneItself' }, receiver: null, ...wanted }, receipt)

  test('of no zone is said by whoever has the role, with zones or without', () => {
    const started = { duties: ['startIncidents'], zone: null } as const

    expect(verdict(started, { ...honest, zones: [] })).toEqual({ kind: 'effect', marks: [] })
  })

  test('has effect only when the role allows all that it does', () => {
    const lead: AuthorRights = {
      ...honest,
      roles: [{ role: 'shiftLead', from: yearAgo, to: null }],
    }

    expect(verdict(confirming)).toEqual({ kind: 'toPerson', reason: 'role' })
    expect(verdict(confirming, lead)).toEqual({ kind: 'effect', marks: [] })
  })

  test('of one who is shift lead no longer, which her phone could not know, is marked', () => {
    const lead: AuthorRights = {
      ...honest,
      roles: [
        { role: 'shiftLead', from: yearAgo, to: at(-30) },
        { role: 'nurse', from: at(-30), to: null },
      ],
    }

    expect(verdict(confirming, lead)).toEqual({ kind: 'effect', marks: ['roleEnded'] })
  })

  test.each<[string, AuthorRights | null]>([
    ['nobody', null],
    ['somebody without the zone', { ...honest, zones: [] }],
    [
      'somebody who lost the zone a minute ago',
      { ...honest, zones: [{ zone: north, from: yearAgo, to: at(-1) }] },
    ],
    [
      'somebody whose role has no patients',
      { ...honest, roles: [{ role: 'administrator', from: yearAgo, to: null }] },
    ],
    [
      'somebody whose account is closed',
      { ...honest, accountClosed: { at: at(-1), abuseFrom: null } },
    ],
  ])('hands nothing over to %s', (_name, rights) => {
    expect(verdict({ ...giving, receiver: { rights } })).toEqual({
      kind: 'toPerson',
      reason: 'zone',
    })
  })

  test('hands over to a colleague of the zone', () => {
    expect(verdict({ ...giving, receiver: { rights: honest } })).toEqual({
      kind: 'effect',
      marks: [],
    })
  })
})
