import type { ActionCard } from '#domain/cards/action-card.ts'
import {
  card,
  during,
  form,
  levelThresholds,
  list,
  outside,
  step,
  writeCard,
} from './write-card.ts'

export const tk09: ActionCard = writeCard({
  code: 'TK-09',
  title: 'Bortfall av vann',
  version: 1,
  validFrom: '2026-12-01',
  nextReviewOn: '2027-12-01',
  owner: 'HDU',
  triggers: ['Vannet er borte, hos én eller i et område.', 'Kokepåbud.', 'Varsel fra kommunen.'],
  phases: [
    during(
      '0–15 min',
      step(1, ['V'], 15, {
        lead: 'Finn ut: lokalt eller område? Helt tørt eller kokepåbud?',
        text: 'Skriv kommunens varsel i loggen.',
        critical: true,
        opens: form('hendelseslogg'),
        calls: ['waterworks'],
      }),
    ),
    during(
      '15–60 min',
      step(2, ['V'], 60, {
        lead: 'Finn dem som trenger vann mest.',
        text: 'Hjemmedialyse, stomi, kateter og sår, sondeernæring, infeksjon og diaré, demens, alene, trykksår.',
        critical: true,
        opens: list('priority'),
      }),
      step(3, ['V'], 60, {
        lead: 'Ring dialyseavdelingen.',
        text: 'Dialyse hjemme trenger både strøm og vann.',
        critical: true,
        calls: ['dialysis-unit'],
      }),
    ),
    during(
      '1–4 t',
      step(4, ['A'], 240, {
        lead: 'Kjør ut nødvann: 3 l per person per døgn.',
        text: 'Merk kranene.',
        critical: true,
        opens: list('priority'),
      }),
      step(5, ['A'], 240, {
        lead: 'Vask uten vann, bruk hånddesinfeksjon.',
        text: 'Kokt vann eller flaskevann til medisin, munnstell og sonde.',
        critical: true,
      }),
    ),
    during(
      '4–24 t',
      step(6, ['L'], 1440, {
        lead: 'Kjør ut vann på rutene, og finn en toalettløsning.',
        text: 'Mat som kan leveres uten koking. Hva trenger institusjonene? Hygiene for ansatte.',
        critical: true,
      }),
    ),
    during(
      'Over 24 t',
      step(7, ['L', 'B'], null, {
        text: 'Flytt P1 og P2 til et sted med vann (TK-11).',
        critical: true,
        opens: card('TK-11'),
      }),
    ),
    outside(
      'normalisation',
      'Normalisering',
      step(8, ['A'], null, {
        lead: 'Spyl etter kommunens råd, og gi skriftlig beskjed når kokepåbudet er opphevet.',
        text: 'Bytt vann i fukter (CPAP, oksygen), filter og isbiter. Avvik ved sykdom.',
        critical: true,
      }),
    ),
  ],
  notify: [
    'Vannverket eller kommunens vaktsentral',
    'Kommuneoverlegen ved sykdom',
    'Kriseledelsen',
  ],
  calls: ['waterworks', 'chief-physician', 'crisis-team'],
  thresholds: levelThresholds.lines,
  timedThresholds: levelThresholds.timed,
  writtenOn: [form('hendelseslogg'), form('besoksnotat')],
})
