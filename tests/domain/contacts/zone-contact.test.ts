import { expect, test } from 'vitest'
import { ZoneId } from '#domain/base/ids.ts'
import { MunicipalityContact } from '#domain/contacts/contact.ts'
import { zoneContact } from '#domain/contacts/zone-contact.ts'

const nord1 = ZoneId.parse('nord-1')

function aContact(id: string, number: string | null): MunicipalityContact {
  return MunicipalityContact.parse({
    id,
    group: 'own',
    role: id,
    name: null,
    numbers: number === null ? [] : [{ number, note: null }],
    reserve: null,
    lastCheckedOn: null,
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
