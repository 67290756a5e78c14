import type { ListedFacts } from '#domain/roster/listed-person.ts'
import { withoutPersonalNumbers } from '../texts/personal-numbers.ts'
import { parseContacts } from '../texts/parse-contacts.ts'
import type { RowCells } from './row-cells.ts'

/** Several next of kin stand in one cell, or in pairs of columns in the same order. */
export function readContacts(cells: RowCells): ListedFacts['nextOfKin'] {
  const kin = cells.list('kin')
  const phones = cells.list('kinPhone')
  const relations = cells.list('kinRelation')
  if (kin.length === 0)
    return parseContacts({
      names: '',
      phones: phones.map(({ text }) => text).join(' / '),
      relation: '',
    })
  return kin.flatMap(({ text }, place) =>
    parseContacts({
      names: withoutNumber(text),
      phones: phones[place]?.text ?? '',
      relation: relations[place]?.text ?? '',
    }),
  )
}

/** A personal number is no part of a name, not even its birth date. */
function withoutNumber(text: string): string {
  return withoutPersonalNumbers(text).replaceAll(/\d{6} \*{5}/g, ' ')
}
