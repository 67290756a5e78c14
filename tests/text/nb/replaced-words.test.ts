import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { binderText } from '#text/nb/print/binder.ts'
import { cards } from '#text/nb/screens/cards.ts'
import { enrol } from '#text/nb/screens/enrol.ts'
import { forms } from '#text/nb/screens/forms.ts'
import { municipalForms } from '#text/nb/screens/form-versions/municipal-forms.ts'
import { importLists } from '#text/nb/screens/import.ts'
import { lists } from '#text/nb/screens/lists.ts'
import { more } from '#text/nb/screens/more.ts'
import { patient } from '#text/nb/screens/patient.ts'
import { rowCount } from '#text/nb/words/count.ts'
import { priorityReasonText } from '#text/nb/words/priority.ts'

const root = join(import.meta.dirname, '../../..')
const sources = globSync('src/{text,content,demo,pdf,app,server}/**/*.{ts,tsx}', { cwd: root }).map(
  (file) => ({
    file,
    text: readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/ .*/g, ''),
  }),
)

/** What new users did not understand. None of it stands on a screen or a page. */
const replaced = [
  'Hva står det bak på telefonen',
  'Logg inn på serveren',
  'Logg ut av serveren',
  'ville gått ut av listen',
  'Er det en halv fil',
  'lar seg ikke tolke',
  '1 rader',
  'Tåler uten: 0 min',
  'alene eller ikke kjent',
  'Sonens egen logg',
]

test('the sources are all looked through', () => {
  expect(sources.length).toBeGreaterThan(500)
})

test.each(replaced)('«%s» stands nowhere', (words) => {
  const found = sources.filter(({ text }) => text.toLowerCase().includes(words.toLowerCase()))

  expect(found.map(({ file }) => file)).toEqual([])
})

test('what stands in their place', () => {
  expect(enrol.label).toEqual({
    phone: 'Hva heter telefonen? Se lappen bak.',
    computer: 'Hva heter PC-en?',
  })
  expect(more.signIn).toBe('Logg inn for å hente nye lister')
  expect(importLists.shrink(67, 67, 'Nord 2')).toBe(
    'Alle 67 brukere i Nord 2 forsvinner fra listen. Er det riktig fil?',
  )
  expect(rowCount(1)).toBe('1 rad')
  expect(lists.asOf('i dag 07:10')).toBe('slik det var i dag 07:10')
  expect(cards.stepsOf(2, 4)).toBe('2 trinn for deg, 4 i alt')
  expect(patient.noTolerance).toBe('Tåler ikke å være uten')
  expect(binderText.patient.noTolerance).toBe(patient.noTolerance)
  expect(
    priorityReasonText({ reason: { kind: 'alarmAlone', level: 'P2' }, device: null }),
  ).toContain('bor alene eller ukjent')
  expect(forms.ownZone).toBe('Felles logg for sonen')
  expect(municipalForms.about.zone).toBe(forms.ownZone)
  expect(forms.signedReceived('07:16')).toBe('Sendt og bekreftet 07:16')
})
