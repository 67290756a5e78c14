import { field, line, prose, required, writeForm } from './write-form.ts'

/** One person who comes to an assembly point. */
export const oppmotelogg = writeForm({
  name: 'oppmotelogg',
  title: 'Oppmøtelogg',
  rank: 3,
  about: 'zone',
  paper: 'rows',
  item: [
    field('at', 'Kl.', 'dateTime', required),
    line('name', 'Navn', required),
    field('bornOn', 'Fødselsdato', 'date'),
    line('address', 'Adresse'),
    prose('needs', 'Behov'),
    line('referredTo', 'Henvist til'),
  ],
})
