import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decodeText } from '#server/import/file/decode-text.ts'
import { windows1252Bytes } from '../../../support/a-list.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

function decoded(bytes: Uint8Array) {
  const read = decodeText(bytes)
  return read.ok ? read.value : read.refusal
}

describe('encodings', () => {
  const names = 'Løkken, Åse; Škoda, Žana'

  test.each([
    ['utf-8', utf8(names), names],
    ['utf-8-bom', utf8(`\ufeff${names}`), names],
    ['windows-1252', windows1252Bytes(names), names],
    ['iso-8859-1', windows1252Bytes('Løkken, Åse'), 'Løkken, Åse'],
    ['utf-8', utf8('bare ASCII'), 'bare ASCII'],
    ['utf-8', utf8('Máret, Áigin, Biŋŋá, Đorđe, Ŧor'), 'Máret, Áigin, Biŋŋá, Đorđe, Ŧor'],
    ['utf-16', new Uint8Array([0xff, 0xfe, 0xc5, 0x00, 0x73, 0x00]), 'Ås'],
    ['utf-16', new Uint8Array([0xfe, 0xff, 0x00, 0xc5, 0x00, 0x73]), 'Ås'],
  ])('%s is found out and read', (encoding, bytes, text) => {
    expect(decoded(bytes)).toEqual({ text, encoding, repairedBytes: 0 })
  })

  test('the municipalities of Statistics Norway are read as ISO-8859-1', () => {
    const file = '../../../data/ssb-klass-kommune-orgnr/1236-kommune-orgnr-latin1.csv'
    const read = decodeText(readFileSync(join(import.meta.dirname, file)))

    expect(read.ok && read.value.encoding).toBe('iso-8859-1')
    expect(read.ok && read.value.text).toContain('UNJÁRGGA GIELDA/NESSEBY KOMMUNE')
  })

  test('a file cut in the middle of a letter is still UTF-8', () => {
    const whole = utf8('Ås;Bø;Hå')

    expect(decoded(whole.subarray(0, -1))).toEqual({
      text: 'Ås;Bø;H',
      encoding: 'utf-8',
      repairedBytes: 0,
    })
  })

  test('a few letters of Windows-1252 in a file of UTF-8 are repaired and counted', () => {
    const mixed = new Uint8Array([...utf8('Ås;Bø;'), 0xd8, 0x3b])

    expect(decoded(mixed)).toEqual({ text: 'Ås;Bø;Ø;', encoding: 'utf-8', repairedBytes: 1 })
  })
})

test.each([
  ['emptyFile', new Uint8Array()],
  ['pdfFile', utf8('%PDF-1.7 …')],
  ['excelFile', new Uint8Array([0x50, 0x4b, 3, 4, ...utf8('…xl/workbook.xml')])],
  ['zipFile', new Uint8Array([0x50, 0x4b, 3, 4, ...utf8('liste.csv')])],
  ['excelFile', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0])],
  ['binaryFile', new Uint8Array([65, 0, 66])],
])('what is no text is refused: %s', (kind, bytes) => {
  expect(decoded(bytes)).toEqual({ kind })
})
