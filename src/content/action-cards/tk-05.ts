import type { ActionCard } from '#domain/cards/action-card.ts'
import { during, form, levelThresholds, list, outside, step, writeCard } from './write-card.ts'

export const tk05: ActionCard = writeCard({
  code: 'TK-05',
  title: 'Trygghetsalarm eller responssenter svikter',
  version: 1,
  validFrom: '2026-12-01',
  nextReviewOn: '2027-12-01',
  owner: 'HDU',
  triggers: [
    'Mange alarmer er stille, eller responssenteret svarer ikke.',
    'En alarm virker ikke hos én bruker.',
    'TK-01 eller TK-02 er i bruk.',
  ],
  useWith: ['TK-01', 'TK-02', 'TK-14'],
  phases: [
    outside(
      'single',
      'Én bruker',
      step(1, ['A'], null, {
        lead: 'Slå alarmen av og på, vent 30 sek, se at feillampene slukker.',
        text: 'Virker den ikke: ring hjelpemiddel- eller VFT-avdelingen på dagtid, leverandørens vakt kveld, natt og helg.',
        critical: true,
        calls: ['vft', 'alarm-supplier'],
      }),
      step(2, ['A'], null, {
        lead: 'Ordne en midlertidig løsning før du går. Ikke forlat P1 uten.',
        text: 'Mobil innen rekkevidde, bjelle, pårørende, eller ekstra tilsyn med klokkeslett.',
        critical: true,
      }),
    ),
    during(
      '0–15 min',
      step(3, ['V'], 15, {
        lead: 'Mange alarmer: varsle leder straks, så VFT eller leverandørens vakt.',
        text: 'Sjekk at din egen mobil virker. Bytt ellers til reservetelefon.',
        critical: true,
        calls: ['leader', 'vft', 'alarm-supplier'],
      }),
      step(4, ['V'], 15, {
        lead: 'Åpne TRY/HST og ta dem i rekkefølge.',
        text: '1. Nylig fall, hjerte, pust, epilepsi eller diabetes, og alene. 2. Alene med gangproblem. 3. Bor med noen. 4. Øvrige.',
        critical: true,
        opens: list('safetyAlarm'),
      }),
    ),
    during(
      '15–60 min',
      step(5, ['V'], 60, {
        lead: 'Gå over til manuelle rutiner.',
        text: 'Ring dem som kan nås. Send bil til P1 og P2.',
        critical: true,
        opens: list('safetyAlarm'),
      }),
      step(6, ['V'], 60, {
        lead: 'Bemann fasttelefonen og sjekk felles postkasse hver time.',
        text: 'Følg responssenterets beskjeder.',
        calls: ['response-centre'],
      }),
      step(7, ['L'], 60, {
        lead: 'Del ut en åpen liste med bare EPJ-id, distrikt og sted.',
        text: 'Kall inn ekstra folk. I Nordfjord kjørte de ekstra runder.',
        critical: true,
      }),
    ),
    during(
      '1–4 t',
      step(8, ['A'], 240, {
        lead: 'Se hver bruker, eller snakk med dem. Sett status.',
        text: 'Fortell hvordan de får hjelp nå.',
        critical: true,
        opens: list('safetyAlarm'),
      }),
      step(9, ['V'], 240, {
        lead: 'Responssenteret er nede: to personer tar imot alarmer hvis de kan rutes.',
        text: 'Skriv tid, bruker, årsak og tiltak på hver.',
        critical: true,
        calls: ['response-centre'],
      }),
    ),
    during(
      '4–24 t',
      step(10, ['L'], 1440, {
        lead: 'Sett fast rundetid etter prioritet.',
        text: 'Ekstra folk kl. 08–11, da kommer flest alarmer, og om natten for P1 og P2.',
        critical: true,
        opens: list('priority'),
      }),
    ),
    outside(
      'normalisation',
      'Normalisering',
      step(11, ['V'], null, {
        lead: 'Sjekk at alle enheter har kontakt, og ta testalarm.',
        text: 'Gå gjennom tapte alarmer. Ta stikkprøver av trykknappene: feil blir ikke alltid varslet.',
        critical: true,
        opens: list('safetyAlarm'),
      }),
      step(12, ['V'], null, {
        text: 'Meld «normal drift» uttrykkelig til alle.',
        critical: true,
      }),
    ),
  ],
  notify: ['Leder', 'VFT eller leverandørens vakt', 'Brannvesenet når røykvarsling er borte'],
  calls: ['leader', 'vft', 'alarm-supplier', 'fire'],
  thresholds: [
    { inferred: 'Mål: P1 og P2 er nådd innen 60 min, alle innen 4 t.' },
    'Ingen er «OK» før en person har svart eller blitt sett.',
    ...levelThresholds.lines,
  ],
  timedThresholds: [
    {
      afterMinutes: 60,
      from: 'start',
      text: 'Mål: alle P1 og P2 er nådd.',
      level: null,
      inference: true,
    },
    { afterMinutes: 240, from: 'start', text: 'Mål: alle er nådd.', level: null, inference: true },
    ...levelThresholds.timed,
  ],
  traps: [
    'Flere beboere kan dele én alarm (Tellu).',
    'Alarmen kan bære røykvarsleren. Da er røykvarslingen også borte: varsle brannvesenet.',
  ],
  writtenOn: [form('hendelseslogg'), form('besoksnotat')],
})
