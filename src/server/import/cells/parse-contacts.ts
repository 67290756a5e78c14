import { listWords } from '#content/list-words.ts'
import type { Contact, GeneralPractitioner } from '#domain/patient/patient.ts'
import { isNothing, tidy } from './cell-values.ts'
import { findPhones, withoutPhones } from './phones.ts'

/** What a list says of the next of kin, in one cell or in several side by side. */
export type KinCells = { names: string; phones: string; relation: string }

/**
 * Reads «Liv Haugen (datter) 900 00 512», «Datter: Liv Haugen, tlf. 900 00 512», or a name with phone and relation
 * in cells of their own; several people on lines of their own, or separated by semicolon, or each with her phone.
 * A person with several phones stands once for each: none is left out.
 */
export function parseContacts(cells: KinCells): Contact[] {
  const parts = cells.names
    .split(/[\r\n;]+/)
    .flatMap(splitAfterPhones)
    .map(tidy)
    .filter((part) => !isNothing(part))
  const ownPhones = findPhones(cells.phones)
  const ownRelation = tidy(cells.relation) || null
  const contacts = parts.flatMap((part, place) => {
    const { name, relation } = nameAndRelation(tidy(withoutPhones(part)))
    const isLast = place === parts.length - 1
    const beside = ownPhones.slice(place, isLast ? undefined : place + 1)
    const phones = [...new Set([...findPhones(part), ...beside])]
    return withPhones({ name, relation: relation ?? ownRelation }, phones)
  })
  const isPhoneAlone = contacts.length === 0 && ownPhones.length > 0
  return isPhoneAlone ? withPhones({ name: '', relation: ownRelation }, ownPhones) : contacts
}

function withPhones(
  { name, relation }: Pick<Contact, 'name' | 'relation'>,
  phones: readonly string[],
): Contact[] {
  const each = phones.length === 0 ? [null] : phones
  return each.map((phone) => ({ name, relation, phone, canLookIn: false }))
}

/** «Per 900 00 512, Liv 900 00 513» and «1. Per 900 00 512 2. Liv 900 00 513» are two people each. */
function splitAfterPhones(text: string): string[] {
  const parts: string[] = []
  for (const piece of text.split(/(?<=\d)\s*[,/]\s*(?=\p{L})|(?<=\d)\s+(?=\d\.\s*\p{L})/u)) {
    const before = parts.at(-1)
    const isPerson =
      findPhones(piece).length > 0 && /\p{L}/u.test(withoutWords(withoutPhones(piece)))
    if (before === undefined || (isPerson && findPhones(before).length > 0)) parts.push(piece)
    else parts[parts.length - 1] = `${before}, ${piece}`
  }
  return parts.map((part) => part.replace(/^\s*\d\.\s*(?=\p{L})/u, ''))
}

/** Without the words that only say what kind of number follows. */
function withoutWords(text: string): string {
  return text.replaceAll(
    /(?<!\p{L})(tlf|telefon|mobil|mob|tel|arb|arbeid|jobb|priv|privat|hjem|hj|m|p|a)(?!\p{L})\.?:?/giu,
    ' ',
  )
}

function nameAndRelation(text: string): { name: string; relation: string | null } {
  const words = withoutWords(text).replaceAll('|', ',')
  const bracketed = /^(.*?)\(([^)]+)\)(.*)$/.exec(words)
  if (bracketed !== null) {
    return { name: tidyName(`${bracketed[1]} ${bracketed[3]}`), relation: tidy(bracketed[2] ?? '') }
  }
  const before = /^(\p{L}+\.?)\s*:\s*(.+)$/u.exec(tidy(words))
  if (before !== null) return { name: tidyName(before[2] ?? ''), relation: before[1] ?? null }
  const pieces = tidyName(words)
    .split(/,| [–-] /)
    .map(tidy)
    .filter((piece) => piece !== '')
  const relation = pieces.find(isRelation) ?? null
  if (relation !== null) {
    return { name: tidyName(pieces.filter((piece) => piece !== relation).join(', ')), relation }
  }
  const name = pieces.join(', ')
  const [first = '', ...rest] = name.split(' ')
  return isRelation(first) && rest.length > 0 && /^\p{Lu}/u.test(rest.join(' '))
    ? { name: rest.join(' '), relation: first }
    : { name, relation: null }
}

function isRelation(word: string): boolean {
  return relations.has(word.toLowerCase())
}

function tidyName(text: string): string {
  return tidy(text).replaceAll(/^[,/\s–-]+|[,/\s–-]+$/g, '')
}

const relations: ReadonlySet<string> = new Set(listWords.relations)

/** «Legesenteret Nord v/ Kari Lege, 33 44 55 66» as far as the cells tell it apart. */
export function parsePractitioner(cells: {
  name: string
  office: string
  phone: string
}): GeneralPractitioner | null {
  const name = tidyName(nameAlone(cells.name))
  const office = tidy(cells.office)
  const phone = findPhones(cells.phone)[0] ?? findPhones(cells.name)[0] ?? null
  if (isNothing(name) && office === '' && phone === null) return null
  return { name: isNothing(name) ? '' : name, office: office === '' ? null : office, phone }
}

function nameAlone(text: string): string {
  return withoutWords(tidy(withoutPhones(text)))
}
