import type { PersonName } from '#domain/patient/patient.ts'
import type { LocalDate } from '#domain/time/instant.ts'
import { tidy } from '../texts/cell-values.ts'
import { splitName } from '../texts/split-name.ts'
import { extensionTexts } from './extension-texts.ts'
import type { HumanName } from './fhir-resource.ts'
import { heldNow } from './held-now.ts'

const uses = { first: ['official', 'usual'], last: ['temp', 'maiden', 'nickname', 'anonymous'] }

/** The name that somebody has today; whoever has only old ones is better found by those than by none. */
export function readHumanName(
  names: readonly HumanName[] | undefined,
  today: LocalDate,
): PersonName {
  const held = heldNow(names, today, uses)
  const full = held.filter(({ use }) => use !== 'nickname' && use !== 'anonymous')
  const read = [...full, ...held, ...(names ?? [])].map(readName)
  return read.find(({ family, given }) => family + given !== '') ?? { family: '', given: '' }
}

export function readName(name: HumanName): PersonName {
  const middle = extensionTexts(name.extension, /middlename/i)
  const given = tidy(
    [...(name.given ?? []), ...middle.filter((part) => !name.given?.includes(part))].join(' '),
  )
  const family = tidy(name.family ?? '')
  return family === '' && given === ''
    ? splitName(name.text ?? '', 'givenFirst')
    : { family, given }
}
