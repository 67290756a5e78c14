import type { ActionCard } from '#domain/cards/action-card.ts'
import { during, form, levelThresholds, list, outside, step, writeCard } from './write-card.ts'

export const tk11: ActionCard = writeCard({
  code: 'TK-11',
  title: 'Evakuering',
  version: 1,
  validFrom: '2026-12-01',
  nextReviewOn: '2027-12-01',
  owner: 'Beredskapsledelsen',
  triggers: ['Politiet beslutter evakuering.', 'TK-01 eller TK-09 har vart over 24 t.'],
  useWith: ['TK-01', 'TK-09', 'TK-10'],
  phases: [
    during(
      '0–15 min',
      step(1, ['V'], 15, {
        lead: 'Politiet beslutter. Avgrens området: gate eller sone.',
        text: 'Finn dem som bor i området, på listen over alle.',
        critical: true,
        opens: list('all'),
        calls: ['police'],
      }),
    ),
    during(
      '15–60 min',
      step(2, ['V'], 60, {
        lead: 'For hver bruker: går, rullestol, liggende, to personer eller båre?',
        text: 'Oksygen, dialyse, demens, vekt, dyr? Hvem er hos bruker nå?',
        critical: true,
        opens: list('all'),
      }),
      step(3, ['V'], 60, {
        text: 'Bestill transport etter behov.',
        critical: true,
        calls: ['patient-transport', 'taxi'],
      }),
      step(4, ['A'], 60, {
        lead: 'Hjelp dem som ikke kommer ut selv.',
        text: 'Skriv hvem som går hvor. Merk døren når det er tomt.',
        critical: true,
        opens: form('besoksnotat'),
      }),
    ),
    during(
      '1–4 t',
      step(5, ['A'], 240, {
        lead: 'Ta med det bruker trenger.',
        text: 'Legemidler og ark, hjelpemidler og lader, ID, briller, høreapparat, tannprotese, hovedkort på papir, nøkkel.',
        critical: true,
      }),
      step(6, ['L'], 240, {
        lead: 'Åpne mottak på oppmøtested eller evakueringssenter.',
        text: 'I Sandefjord sammen med Røde Kors. Registrer ankomst. Eget rom for smitte og for demens.',
        critical: true,
        calls: ['red-cross'],
      }),
    ),
    during(
      '4–24 t',
      step(7, ['L'], 1440, {
        lead: 'Gå medisinrunde på mottaket.',
        text: 'Avtal med apotek og lege. Varsle pårørende. Bemann hele døgnet.',
        critical: true,
        calls: ['pharmacy', 'legevakt'],
      }),
    ),
    outside(
      'normalisation',
      'Normalisering',
      step(8, ['L'], null, {
        lead: 'Få boligen friskmeldt før retur.',
        text: 'Nøkler tilbake, hjelpemidler testet, etterregistrering.',
        critical: true,
      }),
    ),
  ],
  notify: ['Politiet', 'Beredskapsledelsen', 'Røde Kors', 'Pårørende'],
  calls: ['police', 'preparedness-team', 'red-cross'],
  thresholds: levelThresholds.lines,
  timedThresholds: levelThresholds.timed,
  traps: ['Hull i kontaktopplysningene ga hull i befolkningsvarslingen (Gjerdrum).'],
  writtenOn: [form('hendelseslogg'), form('besoksnotat')],
})
