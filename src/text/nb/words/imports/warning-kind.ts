import type { ImportWarning } from '#domain/roster/import-problem.ts'

/** What warnings of one kind are about, where several of them are one line. */
export const warningKindText = {
  personalNumber: 'Ugyldig fødselsnummer, tatt med som det står',
  shortenedNumber: 'Fødselsnummer som regnearket har forkortet',
  birthDate: 'Fødselsdato som ikke lar seg lese',
  leadingZero: 'Fødselsnummer der nullen foran er satt inn',
  weakIdentity: 'Bare navn og adresse å kjenne brukeren igjen på',
  keptUnreadable: 'Linjen kunne ikke leses, brukeren blir stående som før',
  ragged: 'Linjer som er kortere enn overskriften',
  unknownService: 'Tjeneste som ikke står i kommunens tabell, tatt med',
  unknownDevice: 'Hjelpemiddel som ikke står i kommunens tabell, regnes som P1',
  unclearValue: 'Felt som er uklart',
  unclearTime: 'Klokkeslett som ikke lar seg lese, står som merknad',
  differentName: 'Samme nummer, men et annet navn',
  sharedEhrId: 'EPJ-id som står hos to personer',
  sharedNumber: 'Fødselsnummer som står hos to personer',
  sameNameOnly: 'Samme navn, lest som to brukere',
  otherAddress: 'Samme bruker med ulike opplysninger, den første linjen gjelder',
  unusableId: 'EPJ-id som ikke kan brukes',
  idOfMany: 'Nummer som står hos mange og ikke brukes',
  severalZones: 'Samme bruker i flere soner, den første gjelder',
  inactive: 'Status som ikke er aktiv, tatt med',
  unusedColumn: 'Kolonne som ikke brukes',
  formulaLike: 'Felt som begynner som en formel, tatt med som tekst',
  repairedLetters: 'Tegn fra et annet tegnsett',
  lostLetters: 'Tegn som var gått tapt',
} satisfies Record<ImportWarning['kind'], string>
