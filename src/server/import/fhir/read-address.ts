import type { Address } from '#domain/patient/patient.ts'
import type { LocalDate } from '#domain/time/instant.ts'
import { splitAddress } from '../texts/split-address.ts'
import { findAddressProtection, withoutProtection } from '../texts/address-protection.ts'
import { tidy } from '../texts/cell-values.ts'
import type { FhirAddress } from './fhir-resource.ts'
import { heldNow } from './held-now.ts'

const uses = { first: ['home'], last: ['temp'] }

/** The home that somebody has today; null when what is written is no home: a box, a place of work, where she lived. */
export function readHome(
  addresses: readonly FhirAddress[] | undefined,
  today: LocalDate,
): Address | null {
  const homes = heldNow(addresses, today, uses).filter(
    ({ use }) => use !== 'work' && use !== 'billing',
  )
  const visited = homes.filter(({ type }) => type !== 'postal')
  const [home] = [...visited, ...homes]
  return home === undefined ? null : readAddress(home)
}

function readAddress(address: FhirAddress): Address | null {
  const lines = (address.line ?? []).map(open).filter((line) => line !== '')
  const place = open(address.city ?? address.district ?? '') || null
  const code = tidy(address.postalCode ?? '') || null
  if (lines.length === 0) {
    const inText = splitAddress(open(address.text ?? ''))
    const [postalCode, city] = [code ?? inText.postalCode, place ?? inText.city]
    const isEmpty = inText.street === '' && postalCode === null && city === null
    return isEmpty ? null : { street: inText.street, postalCode, city, detail: null }
  }
  // «c/o Bø» stands above the street, and the flat below it.
  const streetPlace = lines.findIndex((line) => /\d/.test(line) && !/^c\/o\b/i.test(line))
  const street = lines[Math.max(0, streetPlace)] ?? ''
  const detail = lines.filter((_, number) => number !== Math.max(0, streetPlace)).join(', ')
  return { street, postalCode: code, city: place, detail: detail || null }
}

function open(text: string): string {
  return findAddressProtection(text) === null ? tidy(text) : withoutProtection(text)
}
