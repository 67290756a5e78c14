import { splitAtPhones } from './phones.ts'

/** Words that only say what kind of number stands beside them. */
const labels = String.raw`(?:tlf|telefon|tel|phone|mobil|mobile|mob|fasttelefon|nr|arb|arbeid|jobb|priv|privat|hjem|heime|hj|m|p|a|(?:[TMPAtmpa]|Arb|Arbeid|Jobb|Priv|Privat|Hjem|Heime|Hj)(?=[.:]\s*\d|[.:]\s*$))`
const before = new RegExp(String.raw`(?<![\p{L}\d])(?:${labels}\.?:?\s*)+\(?\s*$`, 'u')
const beforeInCapitals = /(?<![\p{L}\d])(?:tlf|telefon|tel|mobil|mob|m|t)\.?\s*:?\s*$/iu
const after = new RegExp(
  String.raw`^\s*(?:\(\s*${labels}\.?\s*\)|${labels}(?=\s*[,;/)]|\s*$))`,
  'u',
)

/**
 * The pieces of a text between its phones, without the words that name the kind of number. Only beside a phone is «M»
 * for mobile: elsewhere it is somebody's initial, and «Priv» somebody's name.
 */
export function piecesWithoutLabels(text: string): string[] {
  const pieces = splitAtPhones(text)
  return pieces.map((piece, place) => {
    const isBeforePhone = place < pieces.length - 1
    const opened = place === 0 ? piece : piece.replace(after, ' ')
    if (!isBeforePhone) return opened
    const label = before.exec(opened) ?? beforeLabel(opened)
    return label === null ? opened : opened.slice(0, label.index)
  })
}

/** «TLF 900 00 512», but not «Kari M 900 00 512». */
function beforeLabel(piece: string): RegExpExecArray | null {
  const found = beforeInCapitals.exec(piece)
  const isInitial = found !== null && /^[MT]\.?\s*$/.test(found[0])
  return isInitial ? null : found
}
