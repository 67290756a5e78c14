import type { TextEncoding } from '#domain/roster/list-format.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import { hasForeignLetters, isEncodedTwice, repairTwiceEncoded } from './foreign-letters.ts'

export type DecodedText = {
  text: string
  encoding: TextEncoding
  /** Letters that were put right: bytes of Windows-1252 among UTF-8, and letters that were encoded twice. */
  repairedBytes: number
}

export type DecodeRefusal = {
  kind:
    | 'emptyFile'
    | 'excelFile'
    | 'pdfFile'
    | 'zipFile'
    | 'documentFile'
    | 'binaryFile'
    | 'otherEncoding'
}

/**
 * Reads a file as text in whichever of the encodings that Norwegian record systems write.
 *
 * A file with more good than broken multi-byte letters is UTF-8, also when it is cut in the middle of one. Else it
 * is Windows-1252, which is ISO-8859-1 but for 0x80–0x9F; without any of those nothing tells the two apart, and they
 * read the same.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText, DecodeRefusal> {
  if (bytes.length === 0) return refused({ kind: 'emptyFile' })
  const wrongKind = fileKind(bytes)
  if (wrongKind !== null) return refused({ kind: wrongKind })
  const wide = wideOrder(bytes)
  if (wide !== null) return tidied(utf16(bytes, wide))
  if (bytes.includes(0)) return refused({ kind: 'binaryFile' })
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) {
    if (countUtf8(bytes.subarray(3)).broken > maxRepairs) return refused({ kind: 'otherEncoding' })
    const { text, broken } = decodeUtf8(bytes.subarray(3))
    return tidied({ text, encoding: 'utf-8-bom', repairedBytes: broken })
  }
  const { good, broken } = countUtf8(bytes)
  if (good >= broken) {
    if (broken > maxRepairs) return refused({ kind: 'otherEncoding' })
    const { text } = decodeUtf8(bytes)
    return tidied({ text, encoding: 'utf-8', repairedBytes: broken })
  }
  if (hasForeignLetters(bytes)) return refused({ kind: 'otherEncoding' })
  const encoding = bytes.some((byte) => byte >= 0x80 && byte <= 0x9f)
    ? 'windows-1252'
    : 'iso-8859-1'
  return tidied({ text: decodeSingleBytes(bytes), encoding, repairedBytes: 0 })
}

/** Letters in one form (å, not a and a ring), and none of the signs that nobody sees. */
function tidied(decoded: DecodedText): Result<DecodedText, DecodeRefusal> {
  if (isEncodedTwice(decoded.text)) return refused({ kind: 'otherEncoding' })
  const { text, repaired } = repairTwiceEncoded(decoded.text)
  return accepted({
    ...decoded,
    text: text.normalize('NFC').replaceAll(invisible, ''),
    repairedBytes: decoded.repairedBytes + repaired,
  })
}

/** Also what turns the direction of writing: it would show a name as another. */
const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

function fileKind(bytes: Uint8Array): DecodeRefusal['kind'] | null {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return 'pdfFile'
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'excelFile'
  if (!startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return null
  const names = decodeSingleBytes(bytes.subarray(0, 4000))
  if (names.includes('word/')) return 'documentFile'
  const isSheet = ['[Content_Types].xml', 'xl/', 'opendocument.spreadsheet']
  return isSheet.some((name) => names.includes(name)) ? 'excelFile' : 'zipFile'
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, place) => bytes[place] === byte)
}

/** UTF-16 by its mark; without one by the empty half of every plain letter. */
function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  const opening = bytes.subarray(0, 400)
  const isEmpty = (order: 0 | 1) =>
    opening.filter((byte, place) => byte === 0 && place % 2 === order).length
  const [even, odd] = [isEmpty(0), isEmpty(1)]
  const minEmpty = opening.length * 0.4
  if (odd >= minEmpty && even === 0) return 'utf-16le'
  return even >= minEmpty && odd === 0 ? 'utf-16be' : null
}

function utf16(bytes: Uint8Array, label: 'utf-16le' | 'utf-16be'): DecodedText {
  return { text: new TextDecoder(label).decode(bytes), encoding: 'utf-16', repairedBytes: 0 }
}

/** A file that is broken in so many places is no UTF-8, whatever else it has. */
const maxRepairs = 100_000

/** Counts good letters of several bytes and bytes that belong to none. */
function countUtf8(bytes: Uint8Array): { good: number; broken: number } {
  let good = 0
  let broken = 0
  let place = 0
  while (place < bytes.length) {
    const length = letterLength(bytes, place)
    if (length > 1) good += 1
    if (length === 0) {
      if (good > 0 && isTornLetter(bytes, place)) break
      broken += 1
    }
    place += Math.max(length, 1)
  }
  return { good, broken }
}

/** Decodes UTF-8; what belongs to no letter is read as Windows-1252. */
function decodeUtf8(bytes: Uint8Array): { text: string; broken: number } {
  const pieces: string[] = []
  let good = 0
  let broken = 0
  let place = 0
  let goodFrom = 0
  const takeGood = () => pieces.push(strictUtf8.decode(bytes.subarray(goodFrom, place)))
  while (place < bytes.length) {
    const length = letterLength(bytes, place)
    if (length > 0) {
      if (length > 1) good += 1
      place += length
      continue
    }
    takeGood()
    // A letter that the end of the file cut in two is torn, not of another encoding.
    const isTorn = good > 0 && isTornLetter(bytes, place)
    if (!isTorn) broken += 1
    pieces.push(isTorn ? '' : decodeSingleBytes(bytes.subarray(place, place + 1)))
    place = isTorn ? bytes.length : place + 1
    goodFrom = place
  }
  takeGood()
  return { text: pieces.join(''), broken }
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** How many bytes the letter at `place` has, 0 when there is no whole one. */
function letterLength(bytes: Uint8Array, place: number): number {
  const first = bytes[place] ?? 0
  if (first < 0x80) return 1
  const length = isLeadByte(first) ? (first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4) : 0
  if (length === 0 || place + length > bytes.length) return 0
  for (let next = 1; next < length; next++) {
    if (((bytes[place + next] ?? 0) & 0xc0) !== 0x80) return 0
  }
  const second = bytes[place + 1] ?? 0
  // Overlong forms, surrogates and what lies above U+10FFFF are not letters.
  if (first === 0xe0 && second < 0xa0) return 0
  if (first === 0xed && second > 0x9f) return 0
  if (first === 0xf0 && second < 0x90) return 0
  if (first === 0xf4 && second > 0x8f) return 0
  return length
}

function isTornLetter(bytes: Uint8Array, place: number): boolean {
  if (bytes.length - place > 3) return false
  const rest = bytes.subarray(place)
  return isLeadByte(rest[0]) && rest.subarray(1).every((byte) => (byte & 0xc0) === 0x80)
}

function isLeadByte(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0xc2 && byte <= 0xf4
}

/** Windows-1252; a control character where it has no letter. */
function decodeSingleBytes(bytes: Uint8Array): string {
  return windows1252.decode(bytes)
}

const windows1252 = new TextDecoder('windows-1252')
