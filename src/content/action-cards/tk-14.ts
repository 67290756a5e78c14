import type { ActionCard } from '#domain/cards/action-card.ts'
import {
  card,
  during,
  form,
  levelThresholds,
  list,
  lists,
  outside,
  step,
  writeCard,
} from './write-card.ts'

export const tk14: ActionCard = writeCard({
  code: 'TK-14',
  title: 'Alarmleverandøren er nede eller angrepet',
  version: 1,
  validFrom: '2026-12-01',
  nextReviewOn: '2027-12-01',
  owner: 'HDU',
  triggers: [
    { inferred: 'Melding fra leverandør eller responssenter.' },
    { inferred: 'Mange alarmer er stille.' },
    { inferred: 'Responssenteret svarer ikke.' },
  ],
  useWith: ['TK-05'],
  phases: [
    during(
      '0–15 min',
      step(1, ['V'], 15, {
        lead: 'Varsle leder og HDU-vakt.',
        text: 'Åpne TRY/HST, VEM, VDT og VLT.',
        critical: true,
        opens: lists,
        calls: ['leader', 'hdu'],
        inference: true,
      }),
      step(2, ['H'], 15, {
        lead: 'Ring leverandøren: hva er nede, og hvor lenge?',
        text: 'Er brukeropplysninger på avveie? Da bruker du TK-12.',
        critical: true,
        opens: card('TK-12'),
        calls: ['alarm-supplier', 'response-centre'],
        inference: true,
      }),
    ),
    during(
      '15–60 min',
      step(3, ['L'], 60, {
        lead: 'Sett opp et krisenummer som brukere og pårørende kan ringe.',
        text: 'Send ferdig beskjed, uten helseopplysninger.',
        critical: true,
        calls: ['crisis-number'],
        inference: true,
      }),
      step(4, ['V'], 60, {
        lead: 'Ring alle på listen, flere samtidig. Ring ingen to ganger.',
        text: 'Svarer ikke: besøk.',
        critical: true,
        opens: list('safetyAlarm'),
        inference: true,
      }),
    ),
    during(
      '1–4 t',
      step(5, ['A'], 240, {
        lead: 'Spør ved besøk: hvordan får du hjelp nå, og hvem ser til deg?',
        text: 'Si når vi kommer.',
        critical: true,
        opens: list('safetyAlarm'),
        inference: true,
      }),
    ),
    during(
      '4–24 t',
      step(6, ['L'], 1440, {
        lead: 'Kjør faste runder etter prioritet.',
        text: 'Ekstra folk kl. 08–11 og om natten.',
        critical: true,
        opens: list('priority'),
        inference: true,
      }),
    ),
    outside(
      'normalisation',
      'Normalisering',
      step(7, ['V'], null, {
        lead: 'Gamle alarmer kommer samlet: svar på de nyeste først.',
        text: 'Kvitter de gamle etter sjekk mot listen. Ingen slettes usett.',
        critical: true,
        opens: list('safetyAlarm'),
        inference: true,
      }),
      step(8, ['V'], null, {
        lead: 'Ta testalarm for hver bruker.',
        text: 'Si fra når normal drift er tilbake.',
        critical: true,
        opens: list('safetyAlarm'),
        inference: true,
      }),
    ),
  ],
  notify: [
    { inferred: 'Leder' },
    { inferred: 'HDU-vakt' },
    { inferred: 'Alarmleverandøren og responssenteret' },
  ],
  calls: ['leader', 'hdu', 'alarm-supplier', 'response-centre'],
  thresholds: levelThresholds.lines,
  timedThresholds: levelThresholds.timed,
  writtenOn: [form('hendelseslogg'), form('besoksnotat')],
})
