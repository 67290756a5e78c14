import type { PersonName } from '#domain/patient/patient.ts'
import { symptomsText } from '../../words/incident/symptom.ts'
import type { Symptom } from '#domain/cards/symptom.ts'

/** A call to 113 or 116 117, in the order of ISBAR and in sentences to read aloud. */
export const isbar = {
  title: 'Les opp (ISBAR)',
  under: 'Ring, og les ovenfra og ned.',
  emergency: { number: '113', label: 'Ring 113' },
  outOfHours: { number: '116117', label: 'Ring 116 117' },
  parts: {
    identification: 'I – Hvem',
    situation: 'S – Situasjon',
    background: 'B – Bakgrunn',
    assessment: 'A – Vurdering',
    request: 'R – Råd og hjelp',
  },
  caller: (name: string, title: string | null, zone: string) =>
    `Jeg heter ${name}, ${title === null ? '' : `${title.toLowerCase()} i `}hjemmetjenesten, ${zone}.`,
  about: (name: PersonName, born: string) => `Det gjelder ${name.given} ${name.family}, ${born}.`,
  born: (date: string, age: string) => `født ${date}, ${age}`,
  bornUnknown: 'fødselsdato ikke registrert',
  address: (text: string) => `Adressen er ${text}.`,
  addressHidden: 'Adressen er skjult. Hent den fra hovedkortet før du ringer.',
  addressMissing: 'Adressen er ikke registrert. Si hvor du er.',
  phone: (number: string) => `Telefonen hos brukeren er ${number}.`,
  failing: (symptoms: readonly Symptom[], since: string) =>
    `Dette svikter her: ${symptomsText(symptoms)}, siden ${since}.`,
  nothingFails: 'Ingen hendelse er meldt i sonen.',
  empty: (device: string, when: string, distance: string) =>
    `${device}: tom kl. ${when}, ${distance}.`,
  emptied: (device: string, when: string) => `${device}: tom siden kl. ${when}.`,
  unknownBattery: (device: string) => `${device}: batteritid er ikke kjent.`,
  device: (text: string) => `Apparat: ${text}.`,
  sayWhatHappens: 'Si hva som skjer akkurat nå.',
  cave: (text: string) => `CAVE: ${text}.`,
  livesAlone: 'Bor alene.',
  livesWithOthers: 'Bor med noen.',
  diagnoses: (text: string) => `Diagnoser: ${text}.`,
  resuscitation: (text: string) => `HLR: ${text}.`,
  mobility: (text: string) => `Forflytning: ${text}.`,
  communication: (text: string) => `Kommunikasjon: ${text}.`,
  detailsMissing: 'Diagnoser og HLR er ikke på telefonen.',
  level: (level: string, isConfirmed: boolean) =>
    `Prioritet ${level}${isConfirmed ? '' : ', foreslått'}.`,
  helpBy: (when: string) => `Noen må ha hjulpet innen kl. ${when}.`,
  lastContact: (state: string, when: string, by: string) => `${state} ${when}, ${by}.`,
  noContact: 'Ikke kontaktet ennå.',
  sayWhatYouSee: 'Si hva du ser og hører.',
  ask: 'Jeg ber om',
  requests: {
    move: 'flytting før batteriet er tomt',
    ambulance: 'ambulanse nå',
    advice: 'råd om hva vi gjør nå',
    doctor: 'lege til brukeren',
  },
  requested: (what: string) => `Jeg ber om ${what}.`,
  repeat: 'Gjenta det de sier, og skriv det ned med klokkeslett.',
} as const
