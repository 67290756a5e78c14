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
