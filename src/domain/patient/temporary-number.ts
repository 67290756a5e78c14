import type { PatientId } from '../base/ids.ts'

/**
 * Digits and capital letters without those that are taken for another one: 0 and O, 1, I and L. There are 31, a prime: a
 * check character over them finds every wrong character, and every two that have changed places.
 */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const length = 8

/**
 * The number of a temporary patient, as «NY-K7Q-F3M-2X9»: eight characters from the random bits that her id begins with,
 * and one that checks them. Nothing has to be asked to make it, and every phone makes the same of the same id.
 */
export function temporaryNumber(id: PatientId): string {
  const base = BigInt(alphabet.length)
  // The first 48 bits: those after them name the version of the id, and are the same in all.
  let rest = BigInt(`0x${id.replaceAll('-', '').slice(0, 12)}`)
  let characters = ''
  for (let place = 0; place < length; place++) {
    characters += alphabet.charAt(Number(rest % base))
    rest /= base
  }
  return grouped(characters + checkCharacter(characters))
}

/**
 * Reads a number as somebody wrote or heard it, with any spaces, hyphens and case, with or without «NY»; null for what is
 * none, because a character is wrong or has changed places.
 */
export function readTemporaryNumber(text: string): string | null {
  const characters = text
    .toUpperCase()
    .replaceAll(/[\s.\-–]/g, '')
    .replace(/^NY(?=.{9}$)/, '')
  if (characters.length !== length + 1) return null
  if (Array.from(characters).some((one) => !alphabet.includes(one))) return null
  const written = characters.slice(0, length)
  return checkCharacter(written) === characters.at(-1) ? grouped(characters) : null
}

/** Whether a text is meant as such a number, right or wrong. */
export function looksTemporary(text: string): boolean {
  return /^\s*ny[\s-]?[0-9a-z]/i.test(text) && /\d/.test(text)
}

/** Each place counts with a weight of its own. */
function checkCharacter(characters: string): string {
  const sum = Array.from(characters).reduce(
    (total, one, place) => total + (place + 2) * alphabet.indexOf(one),
    0,
  )
  return alphabet.charAt(sum % alphabet.length)
}

/** In threes, as it is read aloud. */
function grouped(characters: string): string {
  return ['NY', ...(characters.match(/.{3}/g) ?? [])].join('-')
}
