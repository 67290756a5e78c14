import { field, line, prose, required, writeForm } from './write-form.ts'

/** One patient who is moved. */
export const evakuering = writeForm({
  name: 'evakuering',
  title: 'Evakueringsregister',
  rank: 7,
  about: 'patient',
  paper: 'rows',
  item: [
    line('from', 'Fra', required),
    line('to', 'Til', required),
    line('transport', 'Transport'),
    prose('medicines', 'Legemidler som er med'),
    prose('aids', 'Hjelpemidler som er med'),
    field('arrivedAt', 'Ankomst', 'dateTime'),
    line('receivedBy', 'Mottatt av'),
    field('nextOfKinTold', 'Er pårørende varslet?', 'boolean', required),
  ],
})
