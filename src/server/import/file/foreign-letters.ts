/** æ, ø, å, Æ, Ø, Å as DOS (CP850) and old Macs write them: bytes that are no letters in Windows-1252. */
const foreignBytes = new Set([0x9b, 0x86, 0x9d, 0x8f, 0xbf, 0x8c, 0xbe, 0xaf, 0x81])
const ownBytes = new Set([0xe6, 0xf8, 0xe5, 0xc6, 0xd8, 0xc5])

/** Whether single bytes are Norwegian in an encoding that is not ours: then every name would be read wrong. */
export function hasForeignLetters(bytes: Uint8Array): boolean {
  let foreign = 0
  let own = 0
  for (let place = 0; place < bytes.length; place++) {
    const byte = bytes[place] ?? 0
    if (byte < 0x80) continue
    if (ownBytes.has(byte)) own += 1
    const isInWord = isPlainLetter(bytes[place - 1]) || isPlainLetter(bytes[place + 1])
    if (foreignBytes.has(byte) && isInWord) foreign += 1
  }
  return foreign > own
}

function isPlainLetter(byte: number | undefined): boolean {
  return byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a
}

/** Whether UTF-8 was taken for Windows-1252 and written as UTF-8 once more: «LÃ¸penr». */
export function isEncodedTwice(text: string): boolean {
  const twice = countMatches(text, /Ã[\u0080-\u00bf\u02dc\u2020\u2026]/g)
  return twice > 0 && twice > countMatches(text, /[æøå]/gi)
}

/**
 * Repairs the letters that were encoded twice in a text that is otherwise in order: rows from another export among
 * rows that are right.
 */
export function repairTwiceEncoded(text: string): { text: string; repaired: number } {
  // «Åš» may be two letters of ours. Only beside «Ã¸» is it one of another export.
  if (!norwegianTwice.test(text)) return { text, repaired: 0 }
  let repaired = 0
  const whole = text.replaceAll(letterTwice, (found) => {
    const letter = readLetter(Uint8Array.from(found, (half) => windowsByte(half)))
    if (letter === null) return found
    repaired += 1
    return letter
  })
  return { text: whole, repaired }
}

/** The two bytes of a letter as Windows-1252 shows them: a lead byte of Latin or Sami, and what may follow it. */
const norwegianTwice = /\u00c3[\u0080-\u00bf\u02dc\u2020\u2026\u2030\u0160\u2039\u017d]/
const letterTwice =
  /[\u00c2-\u00c5][\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]/g

const windowsLetters = new Map(
  Array.from({ length: 32 }, (_, place) => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(0x80 + place)),
    0x80 + place,
  ]),
)

function windowsByte(letter: string): number {
  return windowsLetters.get(letter) ?? letter.charCodeAt(0)
}

function readLetter(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes)
  return text.includes('\ufffd') || /[\u0080-\u009f]/.test(text) ? null : text
}

/** Letters that whoever wrote the file had already lost. */
export function countLostLetters(text: string): number {
  return countMatches(text, /\ufffd/g)
}

/** One at a time: a list of millions of letters is larger than the file. */
function countMatches(text: string, pattern: RegExp): number {
  let count = 0
  while (pattern.exec(text) !== null) count += 1
  return count
}
