import { field, line, prose, required, writeForm } from './write-form.ts'

/** A new patient who is announced by telephone, as by a hospital. */
export const mottakslogg = writeForm({
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
