import { foldText } from '../base/folded-text.ts'

/** Where a house stands, folded for comparison. */
export type Place = { street: string; number: string | null }

/** Reads «Storgata 12 B» as the street and the number; all of it is the street when there is no number. */
export function placeOfAddress(address: string): Place {
  const { street, number } = writtenPlace(address)
  return { street: foldText(street), number: number === null ? null : foldText(number) }
}

/** The same as the address writes it. */
export function writtenPlace(address: string): Place {
  const line = address.trim().replaceAll(/\s+/g, ' ')
  const match = /^(?<street>.+?),? (?<number>\d+ ?\p{L}?)(?![\p{L}\d])/u.exec(line)
  const { street = line, number = null } = match?.groups ?? {}
  return { street, number }
}
