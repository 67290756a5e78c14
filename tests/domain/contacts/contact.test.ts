import { expect, test } from 'vitest'
import { ContactNumber, MunicipalityContact, savedContact } from '#domain/contacts/contact.ts'
import { contactState, contactsToCall, groupedContacts } from '#domain/contacts/contact-list.ts'
import { norwegianCollator } from '#domain/lists/name-order.ts'
import { LocalDate } from '#domain/time/instant.ts'
import { aContact, aContactDraft } from '../../support/a-contact.ts'

const today = LocalDate.parse('2026-11-23')
const longAgo = LocalDate.parse('2024-02-01')

test.each(['113', '116 117', '02497', '23 20 80 00', '+47 900 00 100', '+881 6 12345678'])(
  '%s is a telephone number',
  (number) => {
    expect(ContactNumber.safeParse({ number, note: null }).success).toBe(true)
  },
)

test.each(['', 'ring Kari', '900-00-100', '1'.repeat(30), '23 20 80 00 eller 113', ' 113'])(
  '«%s» is none',
  (number) => {
    expect(ContactNumber.safeParse({ number, note: null }).success).toBe(false)
  },
)

test.each(['HDU\u0000', 'HDU\nvakt', '\u202eTKAV', '\ud800', '', 'x'.repeat(81)])(
  'a role of a line that cannot be read as it stands is refused: %j',
  (role) => {
    expect(MunicipalityContact.safeParse(aContact({ role })).success).toBe(false)
  },
)

test('a leader who says so has made sure of the numbers today', () => {
  const saved = savedContact(aContactDraft(), { before: null, check: 'today', today })

  expect(saved.lastCheckedOn).toBe(today)
})

test('numbers that are only spaced otherwise are still as old as before', () => {
  const before = aContact({ lastCheckedOn: longAgo })
  const draft = aContactDraft({ numbers: [{ number: '90 00 01 04', note: null }] })

  expect(savedContact(draft, { before, check: 'unsaid', today }).lastCheckedOn).toBe(longAgo)
})

test('another number is not made sure of by the date of the one before', () => {
  const before = aContact({ lastCheckedOn: longAgo })
  const draft = aContactDraft({ numbers: [{ number: '900 00 105', note: null }] })

  expect(savedContact(draft, { before, check: 'unsaid', today }).lastCheckedOn).toBeNull()
})

test.each([
  [null, 'unchecked'],
  [LocalDate.parse('2025-11-22'), 'stale'],
  [LocalDate.parse('2025-11-23'), 'checked'],
  [today, 'checked'],
] as const)('numbers that were made sure of on %s are %s', (lastCheckedOn, state) => {
  expect(contactState(aContact({ lastCheckedOn }), today)).toBe(state)
})

test('a contact without numbers is missing, whenever somebody looked', () => {
  expect(contactState(aContact({ numbers: [], lastCheckedOn: today }), today)).toBe('missing')
})

function named(id: string, group: string, role: string): MunicipalityContact {
  return MunicipalityContact.parse({ ...aContact(), id, group, role })
}

test('emergency numbers come first, and each group is by role', () => {
  const contacts = [
    named('taxi', 'supplier', 'Taxi'),
    named('ikt', 'own', 'IKT'),
    named('amk', 'emergency', 'AMK'),
    named('aarsvakt', 'own', 'Årsvakt'),
    named('hdu', 'own', 'HDU-vakt'),
  ]

  const groups = groupedContacts(contacts, norwegianCollator())

  expect(groups.map((part) => part.contacts.map(({ id }) => id))).toEqual([
    ['amk'],
    ['hdu', 'ikt', 'aarsvakt'],
    ['taxi'],
  ])
})

test('those that a step calls keep its order, and one that is not held is told apart', () => {
  const amk = MunicipalityContact.parse({ ...aContact(), id: 'amk' })
  const hdu = aContact()
  const unknown = MunicipalityContact.parse({ ...aContact(), id: 'ukjent' })

  expect(contactsToCall([hdu.id, unknown.id, amk.id], [amk, hdu])).toEqual([hdu, null, amk])
})
