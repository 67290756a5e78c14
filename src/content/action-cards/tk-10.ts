import type { ActionCard } from '#domain/cards/action-card.ts'
import {
  during,
  form,
  levelThresholds,
  list,
  lists,
  outside,
  step,
  writeCard,
} from './write-card.ts'

export const tk10: ActionCard = writeCard({
  code: 'TK-10',
  title: 'Ekstremvær og fremkommelighet (vei, snø, flom)',
  version: 1,
  validFrom: '2026-12-01',
  nextReviewOn: '2027-12-01',
  owner: 'HDU',
  triggers: ['Farevarsel om vær.', 'Stengte veier, eller brukere som ikke kan nås.'],
  useWith: ['TK-01', 'TK-11'],
  phases: [
    outside(
      'before',
      'Før',
      step(1, ['L'], -1440, {
        lead: 'Legg planen dagen før.',
        text: 'Hent listene. Flytt besøk som kan vente. Doser for 1–2 døgn der det er forsvarlig.',
        critical: true,
        opens: lists,
      }),
      step(2, ['L'], -1440, {
        lead: 'Lad alt. Finn fram kjettinger, spade og pannelykt.',
        text: 'Avtal med pårørende og private brøytere. I Fredrikstad var private veier verst.',
        critical: true,
      }),
    ),
    during(
      '0–15 min',
      step(3, ['V'], 15, {
        lead: 'Hvilke soner og veier er stengt?',
        text: 'Merk brukere som ikke kan nås, på prioriteringslisten.',
        critical: true,
        opens: list('priority'),
      }),
    ),
    during(
      '15–60 min',
      step(4, ['V'], 60, {
        text: 'Liv, helse og medisin først. Praktisk bistand utgår.',
        critical: true,
        opens: list('priority'),
      }),
      step(5, ['V'], 60, {
        lead: 'Ring alle som får endret besøk.',
        text: 'Be pårørende se til. Det gjorde de i Kristiansand.',
        critical: true,
        opens: list('priority'),
      }),
    ),
    during(
      '1–4 t',
      step(6, ['V', 'L'], 240, {
        lead: 'Finn annen transport.',
        text: 'Til fots, snøscooter, ATV, båt, Røde Kors, Sivilforsvaret, taxi, brøytebil foran.',
        critical: true,
        calls: ['red-cross', 'civil-defence', 'snow-clearing', 'taxi'],
      }),
      step(7, ['V', 'L'], 240, {
        text: 'Send to og to ved fare. Ring inn ved hvert stopp.',
        critical: true,
      }),
    ),
    during(
      '4–24 t',
      step(8, ['L'], 1440, {
        lead: 'Telefontilsyn hver 4. time for P2.',
        text: 'Midlertidig sykehjemsplass for dem som trenger det. Overnatting for personell.',
        critical: true,
      }),
    ),
    outside(
      'normalisation',
      'Normalisering',
      step(9, ['V'], null, {
        lead: 'Ta igjen besøk etter hvem som er sett sist, ikke etter rute.',
        text: 'Gå gjennom dosene.',
        critical: true,
        opens: list('priority'),
      }),
    ),
  ],
  notify: ['Leder', 'Alle som får endret besøk', 'Røde Kors og Sivilforsvaret', 'Brøytevakten'],
  calls: ['leader', 'red-cross', 'civil-defence', 'snow-clearing'],
  thresholds: [
    {
      inferred:
        'Stopp-regel: ingen kjører i område med rødt farevarsel uten leders beslutning. Egen sikkerhet først.',
    },
    ...levelThresholds.lines,
  ],
  timedThresholds: levelThresholds.timed,
  traps: ['Private veier er verst.'],
  writtenOn: [list('priority'), form('hendelseslogg'), form('besoksnotat')],
})
