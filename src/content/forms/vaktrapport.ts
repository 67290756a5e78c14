import { field, guidance, prose, required, writeForm } from './write-form.ts'

/** The five points of a shift handover. */
export const vaktrapport = writeForm({
  name: 'vaktrapport',
  title: 'Vaktrapport',
  rank: 4,
  about: 'zone',
  paper: 'page',
  item: [
    guidance('privacy', 'Skriv EPJ-id eller initialer, ikke fullt navn.'),
    field('at', 'Når er vaktskiftet?', 'dateTime', required),
    prose('urgent', '1. Hvem er P1, og hva er status?', required),
    prose('notReached', '2. Hva er ikke nådd?', required),
    prose('moved', '3. Hvem er flyttet?', required),
    prose('unsigned', '4. Hva mangler signatur?', required),
    prose('nextMeeting', '5. Neste avtalte møtepunkt', required),
  ],
})
