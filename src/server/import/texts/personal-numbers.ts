import { readPersonalNumber } from '#domain/patient/fodselsnummer.ts'

/** Eleven digits as people write them: whole, in two or three parts. */
const elevenDigits = /(?<![\d+])\d{2}[ .]?\d{2}[ .]?\d{2}[ .-]?\d{3} ?\d{2}(?!\d)/g

/** Whether a text is somebody's valid personal number, or holds one. */
export function hasPersonalNumber(text: string): boolean {
  return (text.match(elevenDigits) ?? []).some(isPersonalNumber)
}

/** The text with every personal number cut to its first six digits: the rest is never shown in the open. */
export function withoutPersonalNumbers(text: string): string {
  return text.replaceAll(elevenDigits, (found) =>
    isPersonalNumber(found) ? `${found.replaceAll(/\D/g, '').slice(0, 6)} *****` : found,
  )
}

export function isPersonalNumber(text: string): boolean {
  const { kind, valid } = readPersonalNumber(text)
  return valid && kind !== 'dufNumber'
}
