import { field, line, prose, required, writeForm } from '../write-form.ts'

/** Version 1 of the log of new patients: without what makes her a temporary patient. */
export const mottakslogg1 = writeForm({
  name: 'mottakslogg',
  title: 'Mottakslogg nye brukere',
  rank: 6,
  about: 'zone',
  paper: 'page',
  item: [
    field('at', 'Når ble det meldt?', 'dateTime', required),
    line('reporter', 'Hvem meldte?', required),
    line('callBack', 'Ring tilbake til', required),
    line('name', 'Navn', required),
    line('personalNumber', 'Fødselsnummer', { maxLength: 20 }),
    line('address', 'Adresse', required),
    prose('diagnosis', 'Diagnose'),
    prose('medicines', 'Medisiner'),
    prose('measures', 'Tiltak', required),
    line('nextOfKin', 'Pårørende'),
  ],
})
