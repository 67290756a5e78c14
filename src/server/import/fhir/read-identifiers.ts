import { type PersonalNumber, readPersonalNumber } from '#domain/patient/fodselsnummer.ts'
import type { ImportWarning } from '#domain/roster/import-problem.ts'
import type { LocalDate } from '#domain/time/instant.ts'
import { shortened, tidy } from '../texts/cell-values.ts'
import { isPersonalNumber } from '../texts/personal-numbers.ts'
import type { Identifier } from './fhir-resource.ts'
import { heldNow } from './held-now.ts'

/** Fødselsnummer, D-number, common help number and DUF number (Norwegian OIDs). */
const personalNumberSystem = /2\.16\.578\.1\.12\.4\.1\.4\.[1235]$/
const uses = { first: ['official', 'usual'], last: ['secondary', 'temp'] }

/**
 * A patient's own numbers as they are today. A personal number is one under whatever system it stands: it must never
 * be shown as the record system's id.
 */
export function readIdentifiers(
  identifiers: readonly Identifier[] | undefined,
  today: LocalDate,
  warnings: ImportWarning[],
): { personalNumber: PersonalNumber | null; ehrId: string | null } {
  const filled = heldNow(identifiers, today, uses).filter(({ value }) => tidy(value ?? '') !== '')
  const numbers = filled
    .filter(isForNumber)
    .map(({ value = '', use }) => ({ number: readPersonalNumber(value), use }))
    .toSorted((a, b) => rankOf(a) - rankOf(b))
  const personalNumber = numbers[0]?.number ?? null
  if (personalNumber?.valid === false) {
    warnings.push({ kind: 'personalNumber', value: shortened(personalNumber.value) })
  }
  const others = filled.filter((identifier) => !isForNumber(identifier))
  const running = others.find(({ system }) => /lopenummer|journal|epj|ehr/i.test(system ?? ''))
  return { personalNumber, ehrId: tidy((running ?? others[0])?.value ?? '') || null }
}

function isForNumber({ system, type, value = '' }: Identifier): boolean {
  const isNational =
    type?.coding?.some(
      ({ code }) => code === 'NI' || code === 'NNNOR' || code === 'FNR' || code === 'DNR',
    ) === true
  return personalNumberSystem.test(system ?? '') || isPersonalNumber(value) || isNational
}

/** A valid number before one that is none, then the official one, and the fødselsnummer before all else. */
function rankOf({ number, use }: { number: PersonalNumber; use?: string | undefined }): number {
  return (number.valid ? 0 : 4) + (use === 'official' ? 0 : 2) + (number.kind === 'dNumber' ? 1 : 0)
}
