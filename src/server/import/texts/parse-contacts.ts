import { listWords } from '#content/list-words.ts'
import type { Contact, GeneralPractitioner } from '#domain/patient/patient.ts'
import { isNothing, tidy } from './cell-values.ts'
import { piecesWithoutLabels } from './phone-labels.ts'
import { findPhones } from './phones.ts'

/** What a list says of the next of kin, in one cell or in several side by side. */
export type KinCells = { names: string; phones: string; relation: string }

/**
 * Reads «Liv Haugen (datter) 900 00 512», «Datter: Liv Haugen, tlf. 900 00 512», or a name with phone and relation
 * in cells of their own; several people on lines of their own, or separated by semicolon, or each with her phone.
 * A person with several phones stands once for each: none is left out.
 */
export function parseContacts(cells: KinCells): Contact[] {
  const inPairs = pairedCells(cells)
  return inPairs === null ? contactsOf(cells) : inPairs.flatMap(contactsOf)
}

/** «Liv / Per» beside «900 00 501 / 900 00 502»: as many people as phones, in the same order. */
function pairedCells({ names, phones, relation }: KinCells): KinCells[] | null {
  const each = names.split('/').map(tidy)
  const numbers = findPhones(phones)
  const isPaired = each.length > 1 && each.length === numbers.length
  if (!isPaired || findPhones(names).length > 0 || each.includes('')) return null
  const relations = relation.split('/').map(tidy)
  return each.map((name, place) => ({
    names: name,
    phones: numbers[place] ?? '',
    relation: relations.length === each.length ? (relations[place] ?? '') : tidy(relation),
  }))
}

function contactsOf(cells: KinCells): Contact[] {
  const people = cells.names
    .split(/[\r\n;]+/)
    .flatMap(splitPeople)
    .filter(({ text, phones }) => !isNothing(text) || phones.length > 0)
  const ownPhones = findPhones(cells.phones)
  const ownRelation = tidy(cells.relation) || null
  const contacts = people.flatMap(({ text, phones: found }, place) => {
    const { name, relation } = nameAndRelation(text)
    const isLast = place === people.length - 1
    const beside = ownPhones.slice(place, isLast ? undefined : place + 1)
    const phones = [...new Set([...found, ...beside])]
    return withPhones({ name, relation: relation ?? ownRelation }, phones)
  })
  const isPhoneAlone = contacts.length === 0 && ownPhones.length > 0
  return isPhoneAlone ? withPhones({ name: '', relation: ownRelation }, ownPhones) : contacts
}

/** A person with each of her phones, or without one. */
export function withPhones(
  { name, relation }: Pick<Contact, 'name' | 'relation'>,
  phones: readonly string[],
): Contact[] {
  const each = phones.length === 0 ? [null] : phones
  return each.map((phone) => ({ name, relation, phone, canLookIn: false }))
}

type PersonText = { text: string; phones: string[] }

/**
 * «Per 900 00 512, Liv 900 00 513» and «1. Per 900 00 512 2. Liv 900 00 513» are two people each; so are «Liv (datter)
 * og Per (sønn)» and «datter Liv og sønn Per» without any phone.
 */
function splitPeople(text: string): PersonText[] {
  const phones = findPhones(text)
  const pieces = piecesWithoutLabels(text)
  if (phones.length === 0) return splitRelated(text).map((part) => ({ text: part, phones: [] }))
  const people: PersonText[] = []
  const isPhoneFirst = !/\p{L}/u.test(pieces[0] ?? '')
  for (const [place, phone] of phones.entries()) {
    const piece = pieces[place + (isPhoneFirst ? 1 : 0)] ?? ''
    const last = people.at(-1)
    if (last === undefined || namesSomebody(piece)) people.push({ text: piece, phones: [phone] })
    else {
      last.text = `${last.text} ${piece}`
      last.phones.push(phone)
    }
  }
  const last = people.at(-1)
  if (last !== undefined && !isPhoneFirst) last.text = `${last.text} ${pieces.at(-1) ?? ''}`
  return people.map((person) => ({ ...person, text: withoutEdges(person.text) }))
}

/** A word with a capital outside brackets is the next person's name. */
function namesSomebody(piece: string): boolean {
  return /(?<!\p{L})\p{Lu}/u.test(piece.replaceAll(/\([^)]*\)?/g, ' '))
}

function splitRelated(text: string): string[] {
  const parts = text.split(/(?<=\))\s*(?:,|\/|&|\+|(?<!\p{L})(?:og|samt)(?!\p{L}))\s*(?=\p{L})/u)
  return parts.flatMap((part) => {
    const people = part.split(/\s*(?:,|\/|&|\+|(?<!\p{L})(?:og|samt)(?!\p{L}))\s*/u)
    const areRelated = people.length > 1 && people.every(opensWithRelation)
    return (areRelated ? people : [part]).map(withoutEdges)
  })
}

/** «sønn Per», but not «sønn» alone: that says who the name before it is. */
function opensWithRelation(text: string): boolean {
  const [first = '', ...rest] = tidy(text).split(/[\s:]+/)
  return isRelation(first) && rest.length > 0
}

/** Without what joins one person to the next, and a number before her. */
function withoutEdges(text: string): string {
  return tidy(text)
    .replaceAll(/\(\s*[,:.]?\s*\)/g, ' ')
    .replace(/^[\s,;/&+.–-]*(?:(?:og|samt)\s+)?(?:\d\.\s*(?=\p{L}))?/u, '')
    .replace(/(?:[\s,;/&+–-]|(?<!\p{L})(?:og|samt)\s*$)+$/u, '')
}

function nameAndRelation(text: string): { name: string; relation: string | null } {
  const words = text.replaceAll('|', ',')
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
  const name = tidyName(piecesWithoutLabels(cells.name).join(' '))
  const office = tidy(cells.office)
  const phone = findPhones(cells.phone)[0] ?? findPhones(cells.name)[0] ?? null
  if (isNothing(name) && office === '' && phone === null) return null
  return { name: isNothing(name) ? '' : name, office: office === '' ? null : office, phone }
}
