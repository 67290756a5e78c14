import { doubleControlExtension } from '#domain/entries/double-control.ts'
import { doseLinks, doseOutcomes, notGivenCodes } from '#domain/medicines/dose-form.ts'
import {
  choices,
  field,
  guidance,
  line,
  prose,
  required,
  shownWhen,
  shownWhenYes,
  writeForm,
} from './write-form.ts'

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

/**
 * One medicine at one time. The signing list fills it in from the medication sheet; it can be written by hand too.
 *
 * Version 1 had the second employee's name as a text. Whoever checks signs by herself; the text stays, unseen, for what
 * an app that knows only version 1 writes there.
 */
export const signeringsliste = writeForm({
  name: 'signeringsliste',
  version: '2',
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
    line(doseLinks.checkedBy, 'Dobbeltkontroll av', hidden),
    field(doseLinks.isControlled, 'A- eller B-preparat?', 'boolean', {
      ...shownWhen(doseLinks.outcome, 'dose-outcome', 'given'),
      extension: [{ url: doubleControlExtension, valueBoolean: true }],
    }),
    {
      ...guidance(
        'controlled',
        'A- og B-preparater: tell før og etter, og to signerer etter lokal rutine.',
      ),
      ...shownWhenYes(doseLinks.isControlled),
    },
    field(doseLinks.countBefore, 'Antall før', 'integer', shownWhenYes(doseLinks.isControlled)),
    field(doseLinks.countAfter, 'Antall etter', 'integer', shownWhenYes(doseLinks.isControlled)),
    prose(doseLinks.comment, 'Kommentar'),
  ],
})
