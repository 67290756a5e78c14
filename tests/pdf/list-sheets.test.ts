import { expect, test } from 'vitest'
import { readFonts } from '#pdf/font.ts'
import { workListSheets } from '#pdf/list-sheets.ts'
import { typesetter } from '#pdf/sheet.ts'
import { formerPatient } from '#domain/roster/former-patient.ts'
import { aBinderContent } from '../support/a-binder.ts'
import { aPatient, aPatientId, noon } from '../support/a-patient.ts'
import { textOnSheets } from '../support/text-on-sheets.ts'

const place = { subtitle: '', tab: 'H', set: typesetter(readFonts()) }

test('a work list says who has left the list since it was made, and names nobody whom nobody knows', () => {
  const her = aPatient({ id: aPatientId(1), name: { family: 'Lie', given: 'Berit' } })
  const former = formerPatient(her, noon)

  const named = textOnSheets(
    workListSheets(aBinderContent({ patients: [], formerPatients: [former] }), place),
  )
  const nameless = textOnSheets(workListSheets(aBinderContent({ patients: [] }), place))

  expect(named).toContain('Lie, Berit')
  expect(named).toContain('EPJ-nr.')
  expect(nameless).toContain('Bruker utenfor sonens liste')
})
