import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importReport } from '#text/nb/words/imports/import-report.ts'
import { importContext, readLines } from '../../support/a-list.ts'
import { readList } from '#server/import/read-list.ts'

const header = 'Løpenr;Navn;Født;Sone'
const kari = '1;Hansen, Kari;01.02.1940;Nord 1'
const encode = (text: string) => new TextEncoder().encode(text)

/** What a leader is told of a file. */
function answerTo(bytes: Uint8Array): string {
  const read = readList(bytes, importContext)
  return read.ok ? `${read.value.people.length} lest` : importReport.refusal(read.refusal)
}

describe('a table', () => {
  test.each([
    ['line breaks', '\n'],
    ['line breaks of Windows', '\r\n'],
    ['blanks and line breaks', ' \t\n'],
    ['empty rows', ';;;\n'],
  ])('followed by 19 MB of %s is read', (_what, filler) => {
    const text = `${header}\n${kari}\n${filler.repeat(19_000_000 / filler.length)}`

    expect(answerTo(encode(text))).toBe('1 lest')
  })

  test('with 19 MB of line breaks and nobody in it has no rows', () => {
    expect(answerTo(encode(`${header}\n${'\n'.repeat(19_000_000)}`))).toBe('0 lest')
  })

  test.each([
    ['a header of a million columns', `${header};${'a;'.repeat(1_000_000)}\n${kari}`, 'kolonner'],
    ['a header of 19 million empty columns', `${header}${';'.repeat(19_000_000)}`, 'kolonner'],
    [
      'rows of a thousand cells',
      `${header}\n${`1${';'.repeat(900)}\n`.repeat(20_000)}`,
      'kolonner',
    ],
    ['a million rows', `${header}\n${'1;A, B;;\n'.repeat(1_000_000)}`, 'flere enn 50000 linjer'],
    ['19 million quotes', `${header}\n${'"\n'.repeat(9_000_000)}`, 'flere enn 50000 linjer'],
    ['separators alone', ';'.repeat(19_000_000), 'Fant ingen overskriftslinje'],
    ['line breaks alone', '\n'.repeat(19_000_000), 'Filen er tom'],
  ])('of %s is refused', (_what, text, reason) => {
    expect(answerTo(encode(text))).toContain(reason)
  })

  test('keeps its physical lines over what is blank', () => {
    const list = readLines([header, '', '', '', ';;;', kari, '', '', ';;14.03.1941;'])

    expect(list.people.map(({ line }) => line)).toEqual([6])
    expect(list.unreadable.map(({ line }) => line)).toEqual([9])
  })

  test('in one-byte letters is read at any size', () => {
    const row = `${kari};${'\u00e6'.repeat(5_000)}\n`
    const text = `Id;Navn;Fdato;Sone;Ukjent\n${row.repeat(3_000)}`
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0))

    expect(answerTo(bytes)).toMatch(/lest$/)
  })
})

const bundle = (entries: string) => `{"resourceType":"Bundle","entry":[${entries}]}`

describe('a Bundle', () => {
  const patient = '{"resourceType":"Patient","name":[{"family":"Hansen"}]'

  test.each([
    ['3 million empty entries', bundle(`{}${',{}'.repeat(3_000_000)}`), 'flere enn 50000'],
    ['entries of millions of values', bundle(`[${'{"a":[1,1,1,1]},'.repeat(1_000_000)}1]`), '5000'],
    ['a name of a million names', `${patient.slice(0, -1)}${',{}'.repeat(1_000_000)}]}`, '50000'],
    ['5 million nested arrays', '['.repeat(5_000_000) + ']'.repeat(5_000_000), 'lag'],
    ['5 million arrays that nothing closes', '['.repeat(5_000_000), 'lag'],
    ['19 MB of line breaks in a brace', `{${'\n'.repeat(19_000_000)}`, 'begynner som JSON'],
    ['a million resources, one a line', `${patient}}\n`.repeat(300_000), 'flere enn 50000'],
    [
      'many arrays of many values',
      bundle(`{"a":[${`[${'1,'.repeat(40_000)}1],`.repeat(100)}1]}`),
      'for mange opplysninger',
    ],
  ])('of %s is refused', (_what, text, reason) => {
    expect(answerTo(encode(text))).toContain(reason)
  })

  test('whose Patient nests 20 000 arrays is refused', () => {
    const file = join(import.meta.dirname, '../../data/import-cases/S14-deep-entry.json')

    expect(answerTo(readFileSync(file))).toContain('lister inni lister')
  })
})

test.each([
  ['æ of Windows', 0xe6],
  ['half letters', 0xc3],
  ['zeros', 0x00],
])('19 MB of %s is answered', (_what, byte) => {
  expect(answerTo(new Uint8Array(19_000_000).fill(byte))).toMatch(/\.$/)
})
