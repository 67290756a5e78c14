import { Symptom } from '#domain/cards/symptom.ts'
import { andText } from '../and.ts'
import { capitalized } from '../time.ts'

type SymptomWords = {
  /** On the button that says it. */
  label: string
  /** Within a sentence, and beside others. */
  short: string
}

export const symptomWords = {
  power: { label: 'Strøm', short: 'strøm' },
  mobile: { label: 'Mobil', short: 'mobil' },
  internet: { label: 'Internett', short: 'internett' },
  ehr: { label: 'CosDoc', short: 'CosDoc' },
  alarm: { label: 'Trygghetsalarm', short: 'trygghetsalarm' },
  dispenser: { label: 'Dispenser', short: 'dispenser' },
  supervision: { label: 'Kameratilsyn', short: 'kameratilsyn' },
  lock: { label: 'Lås og nøkkel', short: 'lås' },
  signIn: { label: 'Innlogging', short: 'innlogging' },
  water: { label: 'Vann', short: 'vann' },
  road: { label: 'Vei og vær', short: 'vei' },
  attack: { label: 'Mistenkt dataangrep', short: 'mulig dataangrep' },
  leak: { label: 'Noe er på avveie', short: 'noe på avveie' },
} satisfies Record<Symptom, SymptomWords>

/** What is called by name; further ones are counted. */
const maxNamed = 3

/** «strøm og mobil», «strøm, mobil, internett og 2 til»; «noe er nede» before anybody knows what. */
export function symptomsText(symptoms: readonly Symptom[]): string {
  const named = Symptom.options
    .filter((symptom) => symptoms.includes(symptom))
    .map((symptom) => symptomWords[symptom].short)
  if (named.length === 0) return 'noe er nede'
  const more = named.length - maxNamed
  return andText(more > 1 ? [...named.slice(0, maxNamed), `${more} til`] : named)
}

/** The same as the title of a screen. */
export function symptomsTitle(symptoms: readonly Symptom[]): string {
  return capitalized(symptomsText(symptoms))
}
