import { choices, field, guidance, line, prose, required, writeForm } from './write-form.ts'

/** One call. */
export const telefonlogg = writeForm({
  name: 'telefonlogg',
  title: 'Telefonlogg',
  rank: 2,
  about: 'zone',
  paper: 'rows',
  item: [
    guidance('privacy', 'Skriv EPJ-id eller sone, ikke navn på brukere.'),
    field('at', 'Kl.', 'dateTime', required),
    field('direction', 'Inn eller ut', 'choice', {
      ...required,
      ...choices('call-direction', { in: 'Inn', out: 'Ut' }),
    }),
    line('number', 'Nummer'),
    line('who', 'Hvem', required),
    prose('about', 'Gjelder', required),
    prose('agreed', 'Avtale'),
    field('callBackAt', 'Ring tilbake', 'dateTime'),
  ],
})
