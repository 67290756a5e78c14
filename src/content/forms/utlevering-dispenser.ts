import { field, line, required, writeForm } from './write-form.ts'

/** Doses that are handed out from a dispenser by hand. */
export const utleveringDispenser = writeForm({
  name: 'utlevering-dispenser',
  title: 'Utlevering fra dispenser',
  rank: 3,
  about: 'patient',
  paper: 'rows',
  item: [
    field('givenAt', 'Gitt kl.', 'dateTime', required),
    field('lastConfirmedAt', 'Siste bekreftede dose', 'dateTime'),
    line('takenFrom', 'Tatt fra (rull- eller posenummer)', required),
    field('count', 'Antall', 'integer', required),
    field('nextAt', 'Neste tid', 'dateTime'),
    field('isStopped', 'Er dispenseren stoppet?', 'boolean', required),
  ],
})
