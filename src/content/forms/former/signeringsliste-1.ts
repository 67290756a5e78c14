import { doseLinks, type doseOutcomes, type notGivenCodes } from '#domain/medicines/dose-form.ts'
import {
  choices,
  field,
  guidance,
  line,
  prose,
  required,
  shownWhen,
  writeForm,
} from '../write-form.ts'

const hidden = {
  extension: [
    { url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-hidden', valueBoolean: true },
  ],
}

const notGivenWords = {
  refused: 'avslått',
  notHome: 'ikke hjemme',
  missing: 'mangler',
  nausea: 'kvalme',
  stopped: 'seponert',
  awaitsPhysician: 'avventer lege',
  other: 'annet',
} as const satisfies Record<(typeof notGivenCodes)[number], string>

const outcomeWords = {
  given: 'Gitt',
  notGiven: 'Ikke gitt',
} as const satisfies Record<(typeof doseOutcomes)[number], string>

/** As municipalities got it first. It is compared with what they have, and is never changed. */
export const signeringsliste1 = writeForm({
  name: 'signeringsliste',
  title: 'Signeringsliste legemidler',
  rank: 2,
  about: 'patient',
  paper: 'rows',
  item: [
    line(doseLinks.medicine, 'Legemiddel', required),
    line(doseLinks.amount, 'Dose'),
    field(doseLinks.on, 'Dag', 'date', hidden),
    field(doseLinks.slot, 'Planlagt kl.', 'time'),
    field(doseLinks.outcome, 'Gitt?', 'choice', {
      ...required,
      ...choices('dose-outcome', outcomeWords),
    }),
    field(doseLinks.givenAt, 'Gitt kl.', 'dateTime', {
      ...required,
      ...shownWhen(doseLinks.outcome, 'dose-outcome', 'given'),
    }),
    field(doseLinks.notGivenCode, 'Hvorfor ikke?', 'choice', {
      ...required,
      ...choices('dose-not-given', notGivenWords),
      ...shownWhen(doseLinks.outcome, 'dose-outcome', 'notGiven'),
    }),
    line(doseLinks.checkedBy, 'Dobbeltkontroll av'),
    guidance(
      'controlled',
      'A- og B-preparater: tell før og etter, og to signerer etter lokal rutine.',
    ),
    field('countBefore', 'Antall før', 'integer'),
    field('countAfter', 'Antall etter', 'integer'),
    prose(doseLinks.comment, 'Kommentar'),
  ],
})
