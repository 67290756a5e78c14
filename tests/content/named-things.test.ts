import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { defaultActionCards } from '#content/action-cards/default-action-cards.ts'
import { defaultContacts } from '#content/contacts/default-contacts.ts'
import { defaultForms } from '#content/forms/default-forms.ts'

const root = join(import.meta.dirname, '../..')

/** Every literal of the screens, the paper and the content, with what is said to it in comments left out. */
const files = globSync(['src/text/nb/**/*.ts', 'src/content/**/*.ts', 'src/demo/**/*.ts'], {
  cwd: root,
})
const sources = files.map((file) => ({
  file,
  text: readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, ''),
}))
const everything = sources.map(({ text }) => text).join('\n')

const literals = new Set(
  [...everything.matchAll(/'((?:[^'\\\n]|\\.)*)'/g)].map(([, words]) =>
    (words ?? '').toLowerCase(),
  ),
)

/** What other programs call something, what somebody says aloud, and examples of what one may type. */
const notOurs = new Set([
  'csv utf-8',
  'ok',
  'én',
  'jobbtelefon nord 2 – 04',
  'strømmen eller mobilen kan falle ut. har du noen hos deg? hvor lenge holder apparatet? hva gjør du om du trenger hjelp? vi kommer kl. …',
  'strømmen/mobilen kan falle ut. har du noen hos deg? hvor lenge holder apparatet? hva gjør du om du trenger hjelp? vi kommer kl. …',
])

function quotedIn(text: string): string[] {
  return [...text.matchAll(/«(\p{Lu}[^»$]*)»/gu)].map(([, words]) => words ?? '')
}

/** Whether something on screen or paper is called exactly this, apart from the sentence that quotes it. */
function isCalled(words: string): boolean {
  return literals.has(words.toLowerCase())
}

describe('what a text quotes by name is called so somewhere', () => {
  const quoting = sources.filter(({ text }) => quotedIn(text).length > 0)

  test('there are texts that quote names', () => {
    expect(quoting.length).toBeGreaterThan(10)
  })

  test.each(quoting)('$file', ({ text }) => {
    const named = quotedIn(text).filter((words) => !notOurs.has(words.toLowerCase()))

    expect(named.filter((words) => !isCalled(words))).toEqual([])
  })

  test('a name that nothing has is found', () => {
    expect(quotedIn('Trykk «Skru på alt» under Mer.')).toEqual(['Skru på alt'])
    expect(isCalled('Skru på alt')).toBe(false)
  })
})

describe('every card that is named is there', () => {
  const codes = new Set<string>(defaultActionCards.map(({ code }) => code))
  const naming = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/TK-\d{2}/g)].map(([code]) => ({ file, code })),
  )

  test('cards name each other', () => {
    expect(naming.length).toBeGreaterThan(20)
  })

  test('and none that there is not', () => {
    expect(naming.filter(({ code }) => !codes.has(code))).toEqual([])
  })
})

describe('whoever is to be rung has a place for a number', () => {
  const roles = defaultContacts.map(({ role }) => role.toLowerCase())
  /** The patient, her doctor and those around her have their numbers on her card; «ring tilbake» and «ring rundt» name nobody. */
  const others = new Set(
    'brukeren brukere henne ham pårørende naboer alle dem han hun den det deg meg tilbake rundt opp inn ut fra på og først derfor selv igjen likevel over hver når et ett en nummeret før ved siste neste ingen fastlege'.split(
      ' ',
    ),
  )
  /** Said only of a kind of device (`atLoss`), which no screen and no page shows. */
  const notShown = new Set(['palliativt'])
  const rung = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/(?<![\p{L}$])[Rr]ing (\p{L}[\p{L}-]*)/gu)].map(([, whom = '']) => ({
      file,
      whom: whom.toLowerCase(),
    })),
  )

  /** «ansvarsvakta», «seksjonslederen»: as a contact's role, in the form that the sentence has it in. */
  function hasPlace(whom: string): boolean {
    const plain = whom.replace(/^seksjons/, '').replace(/(?<=\p{L}{4})(?:en|a)$/u, '')
    return roles.some((role) => role.includes(plain)) || notShown.has(whom)
  }

  test('many are to be rung', () => {
    expect(rung.length).toBeGreaterThan(30)
  })

  test('and each is a contact of the municipality, or on a card', () => {
    const unknown = rung.filter(({ whom }) => !others.has(whom) && !hasPlace(whom))

    expect(unknown).toEqual([])
  })
})

test('a form that a text or card names by «skjemaet …» is one of ours', () => {
  const titles = defaultForms.map(({ title }) => title.toLowerCase())
  const named = [...everything.matchAll(/skjemaet (\p{Lu}\p{L}+)/gu)].map(([, title = '']) => title)

  expect(
    named.filter((title) => !titles.some((one) => one.startsWith(title.toLowerCase()))),
  ).toEqual([])
})
