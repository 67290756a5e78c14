import { symptomsText } from '../../words/incident/symptom.ts'
import type { Symptom } from '#domain/cards/symptom.ts'

export const whatFails = {
  title: 'Hva virker ikke?',
  cancel: 'Avbryt',
  symptoms: 'Det som ikke virker',
  /** The button says what will happen. */
  start: (symptoms: readonly Symptom[]) =>
    symptoms.length === 0 ? 'Start: noe er nede' : `Start ${symptomsText(symptoms)}`,
  plan: (symptoms: readonly Symptom[]) => `Legg inn ${symptomsText(symptoms)}`,
  starting: 'Starter …',
  begins: (when: string, where: string, level: number) =>
    `Starter ${when} i ${where}, nivå ${level}.`,
  readOnly: 'Bare lese, uten å starte:',
  change: 'Endre',
  backToSymptoms: 'Tilbake',
  when: 'Når begynte det?',
  now: 'nå',
  nowChoice: 'Nå',
  unknownTime: '…',
  minutesAgo: (minutes: number) => `−${minutes} min`,
  otherTime: 'Annet tidspunkt',
  startsAt: 'Tidspunkt',
  startsAtHelp: 'Som «22:30», «i går 23:10» eller «i morgen 01:00». Fram i tid: planlagt.',
  endsAt: 'Varslet slutt',
  endsAtHelp: 'Når det skal være over. La stå tomt hvis ingen har sagt det.',
  unreadableTime: 'Skriv tiden som «22:30» eller «i morgen 01:00».',
  endsBeforeStart: 'Slutten må være etter starten.',
  where: 'Hvor?',
  zoneMissing: 'Velg minst én sone.',
  streets: 'Bare noen gater',
  wholeZone: 'Hele sonen',
  chooseStreets: 'Velg gater',
  noStreets: 'Ingen adresser på telefonen i disse sonene. Hele sonen regnes med.',
  level: 'Hvor alvorlig?',
  reported: (what: string, when: string, by: string) => `${what} er meldt ${when} av ${by}`,
  byYou: 'deg',
  join: (symptoms: readonly Symptom[]) => `Bli med på ${symptomsText(symptoms)}`,
  add: (symptoms: readonly Symptom[]) => `Legg til ${symptomsText(symptoms)}`,
  separate: (symptoms: readonly Symptom[]) =>
    symptoms.length === 0 ? 'Start noe annet for seg' : `Start ${symptomsText(symptoms)} for seg`,
} as const
