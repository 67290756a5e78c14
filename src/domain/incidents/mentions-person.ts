import { foldText } from '../base/folded-text.ts'
import type { PatientId } from '../base/ids.ts'
import type { Patient } from '../patient/patient.ts'

/** What a text for everybody says of a patient, with the words that say it. */
export type PersonMention =
  | { kind: 'name'; patientId: PatientId; found: string }
  | { kind: 'phone'; patientId: PatientId; found: string }
  /** Eleven digits as a personal number is written, whoever it belongs to. */
  | { kind: 'personalNumber'; found: string }

type NamedPatient = Pick<Patient, 'id' | 'name' | 'phone'>

type Word = { text: string; place: number }

/** «Anna I. Berg» and «Berg, Anna» are names: the two parts are next to each other or have one word between them. */
const wordsApart = 2

/** Without the country's code. */
const phoneDigits = 8

const personalNumber =
  /(?<!\d)(?:\d{6}[\s.-]?\d{5}|\d{6}\s\d{3}\s\d{2}|\d{2}([\s.])\d{2}\1\d{2}\s\d{5})(?!\d)/g

/**
 * Finds the phone's patients in a text that is about to be sealed for the whole municipality: their names, both parts of
 * them, and numbers. A family name alone is often a place, so it is let through.
 */
export function mentionsPerson(text: string, patients: readonly NamedPatient[]): PersonMention[] {
  const words = text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '')
  const places = placesByWord(words)
  const digits = digitRuns(text)
  const mentions: PersonMention[] = [...text.matchAll(personalNumber)].map(([found]) => ({
    kind: 'personalNumber',
    found,
  }))
  for (const { id: patientId, name, phone } of patients) {
    const found = findName(name, places)
    if (found !== null) {
      mentions.push({
        kind: 'name',
        patientId,
        found: words.slice(found.from, found.to + 1).join(' '),
      })
    }
    if (phone !== null && digits.length > 0 && isInDigits(phone, digits)) {
      mentions.push({ kind: 'phone', patientId, found: phone })
    }
  }
  return mentions
}

function findName(
  { family, given }: Patient['name'],
  places: ReadonlyMap<string, readonly number[]>,
): { from: number; to: number } | null {
  const familyPlaces = placesOf(family, places)
  if (familyPlaces.length === 0) return null
  for (const one of placesOf(given, places)) {
    for (const other of familyPlaces) {
      const apart = Math.abs(one.place - other.place)
      // A word that is both names of hers is said once.
      if (apart > 0 && apart <= wordsApart) {
        return { from: Math.min(one.place, other.place), to: Math.max(one.place, other.place) }
      }
    }
  }
  return null
}

/** Where any word of a part of a name stands: «Anna» is enough of «Anna Ingrid». */
function placesOf(part: string, places: ReadonlyMap<string, readonly number[]>): Word[] {
  return part.split(/[^\p{L}\p{M}]+/u).flatMap((word) => {
    const text = foldText(word)
    return text.length < 2 ? [] : (places.get(text) ?? []).map((place) => ({ text, place }))
  })
}

/** Each word folded, and without the s of «Bergs». */
function placesByWord(words: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  const add = (text: string, place: number) => {
    places.set(text, [...(places.get(text) ?? []), place])
  }
  words.forEach((word, place) => {
    const text = foldText(word)
    add(text, place)
    if (text.endsWith('s')) add(text.slice(0, -1), place)
  })
  return places
}

/** The text's digits, those together that have only a space, a full stop or a hyphen between them. */
function digitRuns(text: string): string[] {
  return [...text.matchAll(/\d(?:[\s.-]?\d)*/g)]
    .map(([run]) => run.replaceAll(/\D/g, ''))
    .filter((run) => run.length >= phoneDigits)
}

function isInDigits(phone: string, runs: readonly string[]): boolean {
  const digits = phone.replaceAll(/\D/g, '').slice(-phoneDigits)
  return digits.length === phoneDigits && runs.some((run) => run.includes(digits))
}
