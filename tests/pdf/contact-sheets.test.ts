import { expect, test } from 'vitest'
import { defaultContacts } from '#content/contacts/default-contacts.ts'
import { ZonePlan } from '#domain/contacts/zone-plan.ts'
import { contactSheets } from '#pdf/contact-sheets.ts'
import { readFonts } from '#pdf/font.ts'
import { typesetter } from '#pdf/sheet.ts'
import { aZonePlanDraft } from '../support/a-zone-plan.ts'

const set = typesetter(readFonts())
const contacts = defaultContacts

function textOn(zonePlan: ZonePlan | null): string {
  return JSON.stringify(contactSheets({ contacts, zonePlan }, { tab: 'M', set }))
}

test('the paper says where the zone meets, how often and who fetches what', () => {
  const text = textOn(ZonePlan.parse({ ...aZonePlanDraft(), lastCheckedOn: null }))

  expect(text).toContain('Avtalt på forhånd')
  expect(text).toContain('Møteplass: basen')
  expect(text).toContain('Møter: hver 2. time, som 07:00')
  expect(text).toContain('Hvem henter hva: Ansvarsvakt henter medisiner')
})

test('what is not agreed has a line to write on', () => {
  expect(textOn(null)).toMatch(/Møteplass: _{10,}.*Møter: _{10,}.*Hvem henter hva: _{10,}/)
})
