import type { ActionCard } from '#domain/cards/action-card.ts'
import { during, form, outside, step, writeCard } from './write-card.ts'

export const tk12: ActionCard = writeCard({
  code: 'TK-12',
  title: 'Opplysninger på avveie (mistet telefon, papirliste, perm)',
  version: 1,
  validFrom: '2026-12-01',
  nextReviewOn: '2027-12-01',
  owner: 'Seksjonsleder',
  triggers: [
    'En telefon, en papirliste eller en perm er borte.',
    'Opplysninger er kommet til uvedkommende.',
  ],
  phases: [
    during(
      '0–15 min',
      step(1, ['A'], 15, {
        lead: 'Let straks, og ring siste stopp.',
        text: 'Hva er borte, hvor og når? Hvor mange personer gjelder det? Står det fødselsnummer?',
        critical: true,
      }),
    ),
    during(
      '15–60 min',
      step(2, ['V', 'L', 'H'], 60, {
        lead: 'Sperr eller slett telefonen.',
        text: 'Finn eksemplarnummeret. Noter hvem som kan ha sett det.',
        critical: true,
        opens: form('hendelseslogg'),
        calls: ['hdu', 'ikt'],
      }),
    ),
    during(
      '1–24 t',
      step(3, ['L'], 1440, {
        lead: 'Skriv avvik i Compilo.',
        text: 'Gjør en risikovurdering. Ta kontakt med personvernombudet.',
        critical: true,
        calls: ['privacy-officer'],
      }),
    ),
    during(
      'Innen 72 t',
      step(4, ['L', 'B'], 4320, {
        lead: 'Meld til Datatilsynet hvis risiko ikke er usannsynlig.',
        text: 'Fristen er 72 t.',
        critical: true,
      }),
      step(5, ['L', 'B'], 4320, {
        lead: 'Varsle dem det gjelder, ved høy risiko (artikkel 34).',
        text: 'Muntlig og i brev. Stavanger oppsøkte alle 17.',
        critical: true,
      }),
    ),
    outside(
      'normalisation',
      'Etterpå',
      step(6, ['L'], null, {
        lead: 'Forebygg.',
        text: 'Nummerert eksemplar, ut- og innlevering, makulering ved vaktslutt, ingen fødselsnummer på lister, færrest mulig felt.',
      }),
    ),
  ],
  notify: ['Leder', 'HDU-vakt', 'Personvernombudet', 'Datatilsynet innen 72 t'],
  calls: ['leader', 'hdu', 'privacy-officer'],
  figures: [
    'Stavanger: en liste med 17 brukere ble borte fredag 1.2. og meldt torsdag 7.2.',
    'Tromsø: en liste over alle alarmbrukere i en avdeling lå 12 dager i et hjem.',
    'Voss: et ark med 31 fødselsnumre.',
  ],
  thresholds: ['Datatilsynet: innen 72 t.'],
  timedThresholds: [
    {
      afterMinutes: 4320,
      from: 'start',
      text: 'Frist for Datatilsynet.',
      level: null,
      inference: false,
    },
  ],
  writtenOn: [form('hendelseslogg')],
})
