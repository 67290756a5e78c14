import type { ActionCard } from '#domain/cards/action-card.ts'
import { during, form, lists, outside, step, writeCard } from './write-card.ts'

export const tk04: ActionCard = writeCard({
  code: 'TK-04',
  title: 'Bortfall av EPJ (CosDoc eller Citrix, planlagt eller ikke)',
  version: 1,
  validFrom: '2026-12-01',
  nextReviewOn: '2027-12-01',
  owner: 'HDU',
  triggers: [
    'Ingen får logget på EPJ, eller den gir feilmelding.',
    'EPJ er treg i over 15 min.',
    'Varslet nedetid.',
  ],
  notWhen: ['Mistanke om dataangrep: bruk TK-03.', 'Hele nettet er borte: bruk TK-02.'],
  phases: [
    outside(
      'before',
      'Før planlagt nedetid',
      step(1, ['V'], -120, {
        lead: 'Hent siste lister til telefonene og skriv ut arbeidslister for to vakter.',
        text: 'Avtal start og slutt.',
        critical: true,
        opens: lists,
      }),
      step(2, ['V'], -120, {
        text: 'Marker legemiddelendringer fra de siste 7 dagene.',
        critical: true,
      }),
    ),
    during(
      '0–15 min',
      step(3, ['V'], 15, {
        lead: 'Prøv en annen PC og en annen base. Ring HDU-vakt.',
        text: 'Noter når det startet.',
        critical: true,
        opens: form('hendelseslogg'),
        calls: ['hdu'],
      }),
      step(4, ['V'], 15, {
        text: 'Åpne listene i appen og si høyt hvor gamle de er.',
        critical: true,
        opens: lists,
      }),
    ),
    during(
      '15–60 min',
      step(5, ['V'], 60, {
        lead: 'Fordel vakten fra arbeidslisten.',
        text: 'Spør: hvem er ny, skrevet ut fra sykehus, har endret medisin eller er død siden listen ble laget? Før dem på en logg over mottak og endringer.',
        critical: true,
        opens: lists,
      }),
      step(6, ['A'], 60, {
        lead: 'Dokumenter på besøksnotat, i appen eller på papir.',
        text: 'Skriv både klokkeslettet det skjedde, og klokkeslettet du skriver.',
        critical: true,
        opens: form('besoksnotat'),
      }),
    ),
    during(
      '1–4 t',
      step(7, ['V'], 240, {
        lead: 'Legemidler uten oppdatert ark: to personer sjekker før utlevering.',
        text: 'Sjekk mot rull, eske, apotek eller lege.',
        critical: true,
        calls: ['pharmacy'],
      }),
      step(8, ['V'], 240, {
        lead: 'Finnes lesekopi av EPJ: ta den i bruk.',
        text: 'Avklar hvem som beslutter det.',
        calls: ['leader', 'hdu'],
      }),
      step(9, ['L'], 120, {
        lead: 'Gå til nivå 2 når det har gått 2 t.',
        text: 'Flertallet av sykehusene venter vesentlig risiko før 2 t. Be om anslått oppetid hver time.',
        critical: true,
        calls: ['ehr-supplier', 'ikt'],
      }),
    ),
    during(
      '4–24 t',
      step(10, ['V'], 1440, {
        lead: 'Gi vaktrapport både muntlig og skriftlig.',
        text: 'Ett ark eller én papirmappe per bruker.',
        critical: true,
      }),
      step(11, ['V'], 1440, {
        lead: 'Varsle sykehuset: meldinger blir ikke lest, ring ved utskrivning.',
        text: 'Ha telefonliste til legevakt, apotek og fastlege.',
        critical: true,
        calls: ['hospital', 'legevakt', 'pharmacy'],
      }),
    ),
    during(
      'Over 24 t',
      step(12, ['L'], null, {
        lead: 'Hold ukelisten ved like for hånd: én person eier endringene.',
        text: 'Før vedtak, ventelister og timer manuelt.',
        critical: true,
        opens: lists,
      }),
    ),
    outside(
      'normalisation',
      'Normalisering',
      step(13, ['V'], null, {
        lead: 'Etterregistrer innen neste vakt (mål 24 t).',
        text: 'Rekkefølge: legemidler, alvorlige observasjoner, avvik, resten. Den som observerte, er forfatter. Merk «etterregistrert, hendelse kl. …».',
        critical: true,
      }),
      step(14, ['L'], null, {
        lead: 'Kontroller planlagte besøk uten dokumentasjon.',
        text: 'Arbeidslisten er ikke dokumentasjon: sjekk minst ukentlig. Papir skannes eller makuleres etter kontroll.',
        critical: true,
      }),
    ),
  ],
  notify: ['HDU-vakt', 'Leder', 'Sykehuset (ring ved utskrivning)'],
  calls: ['hdu', 'leader', 'hospital'],
  thresholds: [
    {
      inferred:
        'Under 30 min: vent. 30–120 min: nødrutine. Over 2 t: nivå 2. Over 8 t: nivå 3. Ved varslet nedetid regnes tiden fra varslet slutt.',
    },
  ],
  timedThresholds: [
    {
      afterMinutes: 30,
      from: 'announcedEnd',
      text: 'Gå over til nødrutine.',
      level: null,
      inference: true,
    },
    { afterMinutes: 120, from: 'announcedEnd', text: 'Nivå 2.', level: 2, inference: true },
    { afterMinutes: 480, from: 'announcedEnd', text: 'Nivå 3.', level: 3, inference: true },
  ],
  traps: [
    'E-meldinger fra sykehus og fastlege hoper seg opp. Les dem først når EPJ er oppe igjen.',
    'I sykehusene har det vært uklart hvem som beslutter å ta i bruk lesekopien.',
  ],
  writtenOn: [form('besoksnotat'), form('hendelseslogg')],
})
