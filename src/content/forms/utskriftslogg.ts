import { field, line, required, writeForm } from './write-form.ts'

/** One copy of a printed list, from the printer to the shredder. */
export const utskriftslogg = writeForm({
  name: 'utskriftslogg',
  title: 'Utskriftslogg',
  rank: 7,
  about: 'zone',
  paper: 'rows',
  item: [
    line('copy', 'Eksemplar nr.', required),
    line('list', 'Liste', required),
    line('week', 'Uke'),
    field('pages', 'Antall sider', 'integer'),
    line('printedBy', 'Skrevet ut av'),
    line('handedTo', 'Utlevert til'),
    field('returnedAt', 'Innlevert', 'dateTime'),
    line('shreddedBy', 'Makulert av'),
    field('shreddedAt', 'Makulert kl.', 'dateTime'),
  ],
})
