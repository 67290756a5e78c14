import type { PersonName } from '#domain/patient/patient.ts'
import { tidy } from '../cells/cell-values.ts'
import { splitName } from '../cells/split-name.ts'
import { extensionTexts } from './extension-texts.ts'
import type { HumanName } from './fhir-resource.ts'

export function readHumanName(names: readonly HumanName[] | undefined): PersonName {
  const name = names?.find(({ use }) => use === 'official') ?? names?.[0]
  if (name === undefined) return { family: '', given: '' }
  const middle = extensionTexts(name.extension, /middlename/i)
  const given = tidy(
    [...(name.given ?? []), ...middle.filter((part) => !name.given?.includes(part))].join(' '),
  )
  const family = tidy(name.family ?? '')
  return family === '' && given === ''
    ? splitName(name.text ?? '', 'givenFirst')
    : { family, given }
}
