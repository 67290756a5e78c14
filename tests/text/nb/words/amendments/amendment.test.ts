import { expect, test } from 'vitest'
import { besideList } from '#domain/amendments/beside-amendment.ts'
import type { OpenAmendmentBody } from '#domain/amendments/amendment.ts'
import { amendmentText, disclosedAmendment } from '#text/nb/words/amendments/amendment.ts'
import { anAmendment } from '../../../../support/an-amendment.ts'
import { aPatient, noon } from '../../../../support/a-patient.ts'

const key: OpenAmendmentBody = { kind: 'key', place: 'Boden bak huset', hasCode: false }
const son: OpenAmendmentBody = {
  kind: 'nextOfKin',
  name: 'Per Lie',
  relation: 'Sønn',
  phone: '90000102',
}
const kin = { name: 'Per Lie', relation: 'Sønn', phone: '90000103', canLookIn: false }

const shownOf = (body: OpenAmendmentBody, addressProtection: 'none' | 'confidential') =>
  besideList(
    anAmendment({ body }),
    { patient: aPatient({ addressProtection, nextOfKin: [kin] }), details: null },
    noon,
  )

test('what was signed says where the key is and whom to ring', () => {
  expect(amendmentText(shownOf(key, 'none'))).toContain('Boden bak huset')
  expect(amendmentText(shownOf(son, 'none')).replaceAll(/\s/g, '')).toContain('90000102')
  expect(amendmentText(shownOf(son, 'none')).replaceAll(/\s/g, '')).toContain('90000103')
})

test('of a protected patient it says neither, nor what the list says of her kin', () => {
  const said = [key, son].map((body) => amendmentText(shownOf(body, 'confidential'))).join(' ')

  expect(said).not.toContain('Boden')
  expect(said).not.toMatch(/90\D?00|000\D?10/)
  expect(said).toContain('plassen er skjermet')
  expect(said).toContain('Sønn Per Lie')
})

test('once a reason has been logged it is whole', () => {
  expect(amendmentText(disclosedAmendment(shownOf(key, 'confidential')))).toContain(
    'Boden bak huset',
  )
})
