import type { Contact, GeneralPractitioner } from '#domain/patient.ts'
import { findPhones, isNothing, tidy, withoutPhones } from './cell-values.ts'

/** What a list says of the next of kin, in one cell or in several side by side. */
export type KinCells = { names: string; phones: string; relation: string }

/**
 * Reads «Liv Haugen (datter) 900 00 512», «Datter: Liv Haugen, tlf. 900 00 512», or a name with phone and relation
 * in cells of their own; several people on lines of their own or separated by semicolon.
 */
export function parseContacts(cells: KinCells): Contact[] {
  const parts = cells.names
    .split(/[\r\n;]+/)
    .map(tidy)
    .filter((part) => !isNothing(part))
  const ownPhones = findPhones(cells.phones)
  const ownRelation = tidy(cells.relation)
  const contacts = parts.map((part, place) => {
    const { name, relation } = nameAndRelation(tidy(withoutPhones(part)))
    return {
      name,
      relation: relation ?? (ownRelation === '' ? null : ownRelation),
      phone: findPhones(part)[0] ?? ownPhones[place] ?? null,
      canLookIn: false,
    }
  })
  const isPhoneAlone = contacts.length === 0 && ownPhones[0] !== undefined
  return isPhoneAlone
    ? [{ name: '', relation: ownRelation || null, phone: ownPhones[0] ?? null, canLookIn: false }]
    : contacts
}

function nameAndRelation(text: string): { name: string; relation: string | null } {
  const words = text
    .replaceAll(/\b(tlf|telefon|mobil|mob|tel)\b\.?:?/gi, ' ')
    .replaceAll(/[\s,–-]+$/g, '')
  const bracketed = /^(.*?)\(([^)]+)\)(.*)$/.exec(words)
  if (bracketed !== null) {
    return { name: tidyName(`${bracketed[1]} ${bracketed[3]}`), relation: tidy(bracketed[2] ?? '') }
  }
  const before = /^([\p{L}]+)\s*:\s*(.+)$/u.exec(tidy(words))
  if (before !== null) return { name: tidyName(before[2] ?? ''), relation: before[1] ?? null }
  const pieces = words.split(/,| [–-] /).map(tidy)
  const relation = pieces.find((piece) => relations.has(piece.toLowerCase())) ?? null
  return { name: tidyName(pieces.filter((piece) => piece !== relation).join(', ')), relation }
}

function tidyName(text: string): string {
  return tidy(text).replaceAll(/^[,\s–-]+|[,\s–-]+$/g, '')
}

const relations = new Set(
  (
    'datter,sønn,ektefelle,ektemann,mann,kone,samboer,partner,bror,søster,mor,far,svigerdatter,svigersønn,' +
    'barnebarn,niese,nevø,tante,onkel,fetter,kusine,nabo,venn,venninne,verge,foreldre,søsken,steforeldre,kjæreste'
  ).split(','),
)

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
  return tidy(withoutPhones(text)).replaceAll(/\b(tlf|telefon|mob|tel)\b\.?:?/gi, ' ')
}
