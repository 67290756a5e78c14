import { expect, test } from 'vitest'
import { ZoneId } from '#domain/base/ids.ts'
import { MunicipalityContact } from '#domain/contacts/contact.ts'
import { findReachablePowerPoint } from '#domain/contacts/reachable-power-point.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { noon } from '../../support/a-patient.ts'

const zone = ZoneId.parse('nord-2')

function aContact(id: string, driveMinutes: number | null): MunicipalityContact {
  return MunicipalityContact.parse({
    id,
    group: 'own',
    role: 'Lading',
    name: null,
    numbers: [],
    reserve: null,
    lastCheckedOn: null,
    ...(driveMinutes === null
      ? {}
      : {
          powerPoint: {
            hours: null,
            drivenBy: null,
            driveMinutes: [{ zone, minutes: driveMinutes }],
          },
        }),
  })
}

const contacts = [aContact('hdu', null), aContact('far', 40), aContact('near', 15)]

function foundWithin(minutes: number) {
  return findReachablePowerPoint(contacts, {
    zone,
    now: noon,
    emptyAt: plusMinutes(noon, minutes),
  })
}

test('the nearest place with power is found, and a contact that is none never', () => {
  expect(foundWithin(60)?.contact.id).toBe('near')
})

test('a place that is reached on the minute counts, and one minute later none does', () => {
  expect(foundWithin(15)?.driveMinutes).toBe(15)
  expect(foundWithin(14)).toBeNull()
})

test('a distance that is known from another zone alone promises nothing', () => {
  const found = findReachablePowerPoint(contacts, {
    zone: ZoneId.parse('sor-1'),
    now: noon,
    emptyAt: plusMinutes(noon, 600),
  })

  expect(found).toBeNull()
})
