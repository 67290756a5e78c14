import { expect, test } from 'vitest'
import { ZoneId } from '#domain/base/ids.ts'
import { MunicipalityContact } from '#domain/contacts/contact.ts'
import { zoneContact } from '#domain/contacts/zone-contact.ts'

const nord1 = ZoneId.parse('nord-1')

function aContact(id: string, number: string | null, zone?: ZoneId): MunicipalityContact {
  return MunicipalityContact.parse({
    id,
    group: 'own',
    role: id,
    name: null,
    numbers: number === null ? [] : [{ number, note: null }],
    reserve: null,
    lastCheckedOn: null,
    ...(zone === undefined ? {} : { zone }),
  })
}

test('a zone’s own contact is called, and HDU for a zone without one', () => {
  const contacts = [aContact('hdu', '900 00 101'), aContact('zone-nord-1', '900 00 102')]

  expect(zoneContact(nord1, contacts)?.id).toBe('zone-nord-1')
  expect(zoneContact(ZoneId.parse('nord-2'), contacts)?.id).toBe('hdu')
  expect(zoneContact(null, contacts)?.id).toBe('hdu')
})

test('a contact without a number helps nobody', () => {
  expect(zoneContact(nord1, [aContact('zone-nord-1', null), aContact('hdu', null)])).toBeNull()
})

test('a contact that a leader has said answers for the zone is called before one that is named so', () => {
  const contacts = [aContact('zone-nord-1', '900 00 102'), aContact('own-7', '900 00 107', nord1)]

  expect(zoneContact(nord1, contacts)?.id).toBe('own-7')
  expect(zoneContact(ZoneId.parse('nord-2'), contacts)).toBeNull()
})

test('one that answers for a zone without a number leaves the call to the others', () => {
  const contacts = [aContact('own-7', null, nord1), aContact('hdu', '900 00 101')]

  expect(zoneContact(nord1, contacts)?.id).toBe('hdu')
})
