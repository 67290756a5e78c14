import { expect, test } from 'vitest'
import { ZoneId } from '#domain/base/ids.ts'
import { ContactId, type MunicipalityContact } from '#domain/contacts/contact.ts'
import { whomToAsk } from '#domain/contacts/whom-to-ask.ts'
import { aContact } from '../../support/a-contact.ts'

const nord2 = ZoneId.parse('nord-2')
const numbered = (id: string, number: string, more: Partial<MunicipalityContact> = {}) =>
  aContact({ id: ContactId.parse(id), numbers: [{ number, note: null }], ...more })

const lead = numbered('shift-lead', '900 00 101')
const ofZone = numbered('nord-2-vakt', '900 00 102', { zone: nord2 })
const ofOther = numbered('nord-1-vakt', '900 00 103', { zone: ZoneId.parse('nord-1') })
const hdu = numbered('hdu', '900 00 104')
const all = [hdu, ofOther, lead, ofZone]

test('a nurse asks who leads the shift of her zone', () => {
  expect(whomToAsk(all, { role: 'nurse', zones: [nord2] })?.number).toBe('900 00 102')
})

test('where her zone has none, she asks the one of the municipality', () => {
  expect(whomToAsk([ofOther, lead], { role: 'nurse', zones: [nord2] })?.number).toBe('900 00 101')
})

test('whoever leads the shift is not sent to herself', () => {
  expect(whomToAsk(all, { role: 'shiftLead', zones: [nord2] })?.number).toBe('900 00 104')
})

test('nobody is named who has no number', () => {
  const empty = aContact({ id: ContactId.parse('shift-lead'), numbers: [] })

  expect(whomToAsk([empty], { role: 'nurse', zones: [nord2] })).toBeNull()
})
