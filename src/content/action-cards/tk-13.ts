import type { ActionCard } from '#domain/cards/action-card.ts'
import { card, during, form, levelThresholds, outside, step, writeCard } from './write-card.ts'

export const tk13: ActionCard = writeCard({
  code: 'TK-13',
  title: 'Mange er uten innlogging',
  version: 1,
  validFrom: '2026-12-01',
  nextReviewOn: '2027-12-01',
  owner: 'HDU',
  triggers: [
    {
      inferred: 'Innloggingen svikter for mange: kort, identitetsleverandør, AD eller SMS-koder.',
    },
  ],
  notWhen: [{ inferred: 'Én person har glemt koden.' }],
  phases: [
    during(
      '0–15 min',
      step(1, ['V'], 15, {
        lead: 'Telefonene virker uten innlogging: lås opp med egen kode.',
        text: 'Noter hvem som ikke kommer inn, og hva de trenger.',
        critical: true,
        opens: form('hendelseslogg'),
        inference: true,
      }),
      step(2, ['V'], 15, {
        lead: 'Varsle leder og HDU-vakt.',
        text: 'Kan det være angrep? Da bruker du TK-03.',
        critical: true,
        opens: card('TK-03'),
        calls: ['leader', 'hdu'],
        inference: true,
      }),
    ),
    during(
      '15–60 min',
      step(3, ['H'], 60, {
        lead: 'Finn ut hva som er rammet: pålogging til PC, EPJ, kjernejournal, e-resept.',
        text: 'Si fra hva som fortsatt virker.',
        critical: true,
        calls: ['ikt'],
        inference: true,
      }),
      step(4, ['L'], 60, {
        lead: 'Forleng tilgangen på telefonene som snart går ut (leders kode).',
        text: 'Ta i bruk reservekontoer for leder og HDU.',
        critical: true,
        inference: true,
      }),
    ),
    during(
      '1–4 t',
      step(5, ['V'], 240, {
        lead: 'Den som ikke kommer inn, går sammen med en som gjør det.',
        text: 'Les opplysningene høyt. Lån aldri bort koden.',
        critical: true,
        inference: true,
      }),
      step(6, ['L'], 240, {
        lead: 'Legemiddelopplysning uten oppslag: multidoserull, apotek, fastlege.',
        text: 'Skriv kilde og klokkeslett på hver linje.',
        critical: true,
        calls: ['pharmacy'],
        inference: true,
      }),
    ),
    during(
      '4–24 t',
      step(7, ['L'], 1440, {
        lead: 'Legg plan for nye kort og koder: hvem først?',
        text: 'P1-ruter og natt. Avtal legitimasjon og sted.',
        critical: true,
        inference: true,
      }),
    ),
    outside(
      'normalisation',
      'Normalisering',
      step(8, ['L', 'H'], null, {
        lead: 'Trekk tilbake nødtilgangene.',
        text: 'Se gjennom loggen. Nye koder der noen har delt.',
        critical: true,
        inference: true,
      }),
    ),
  ],
  notify: [{ inferred: 'Leder' }, { inferred: 'HDU-vakt' }],
  calls: ['leader', 'hdu'],
  thresholds: levelThresholds.lines,
  timedThresholds: levelThresholds.timed,
  writtenOn: [form('hendelseslogg')],
})
