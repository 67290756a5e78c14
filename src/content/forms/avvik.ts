import { field, guidance, line, prose, required, writeForm } from './write-form.ts'

/** A deviation, which is carried over to the deviation system later. */
export const avvik = writeForm({
  name: 'avvik',
  title: 'Avvik',
  rank: 5,
  about: 'zone',
  paper: 'page',
  item: [
    guidance(
      'privacy',
      'Ikke skriv navn eller fødselsnummer: avviket føres inn i Compilo etterpå, og leses av flere.',
    ),
    prose('what', 'Hva skjedde?', required),
    field('happenedAt', 'Når?', 'dateTime', required),
    line('where', 'Hvor?'),
    line('affected', 'Hvem ble berørt? (initialer)', { maxLength: 40 }),
    prose('consequence', 'Konsekvens'),
    prose('measure', 'Hva ble gjort med en gang?', required),
    prose('cause', 'Årsak'),
    prose('proposal', 'Forslag'),
  ],
})
