import type { ActionCard } from '#domain/cards/action-card.ts'
import { during, form, levelThresholds, list, outside, step, writeCard } from './write-card.ts'

export const tk06: ActionCard = writeCard({
  code: 'TK-06',
  title: 'Elektronisk medisindispenser svikter (VEM)',
  version: 1,
  validFrom: '2026-12-01',
  nextReviewOn: '2027-12-01',
  owner: 'HDU',
  triggers: [
    'Dispenseren varsler feil, eller bruker ringer.',
    'VKP-varsel 1.5 teknisk feil, 1.7 eller 1.8 rull, 1.17 eller 1.18 batteri, 1.19 ikke tilkoblet strøm, 1.20 ingen kontakt.',
    'TK-01 eller TK-02 er i bruk.',
  ],
  useWith: ['TK-01', 'TK-02'],
  phases: [
    during(
      '0–15 min',
      step(1, ['V'], 15, {
        lead: 'Sorter VEM på neste dosetidspunkt.',
        text: 'Marker tidskritiske legemidler.',
        critical: true,
        opens: list('medicineDispenser'),
      }),
    ),
    during(
      '15–60 min',
      step(2, ['V', 'A'], 60, {
        lead: 'Ring: lød alarmen, ble dosen tatt?',
        text: 'Finn siste bekreftede dose. Ikke gi på mistanke: unngå dobbel dose.',
        critical: true,
        opens: list('medicineDispenser'),
      }),
    ),
    during(
      '1–4 t',
      step(3, ['A'], 240, {
        lead: 'Besøk dem med tidskritiske legemidler først.',
        text: 'Parkinson, antiepileptika, insulin og antidiabetika, blodfortynnende, hjerte, opioid, antibiotikakur, antipsykotika. Avklar toleransevindu med lege.',
        critical: true,
        opens: list('medicineDispenser'),
        calls: ['legevakt'],
        inference: true,
      }),
      step(4, ['A'], 240, {
        lead: 'Gi fra rull eller manuell pakning etter de fem rette, og signer.',
        text: 'Rett pasient, legemiddel, dose, tid og vei. Sett dispenseren på pause hvis det går. Finn ut hvem som har nøkkel til den.',
        critical: true,
        opens: form('besoksnotat'),
      }),
    ),
    during(
      '4–24 t',
      step(5, ['V'], 1440, {
        lead: 'Legg en plan for manuelle medisinrunder.',
        text: 'Er det snart tid for ny rull (multidose, 14 dager)?',
        critical: true,
        calls: ['pharmacy', 'dispenser-supplier'],
      }),
      step(6, ['V'], 1440, {
        lead: 'Uteblitt tidskritisk dose: følg brukerens avtale.',
        text: 'Finnes ingen avtale: ring legevakt 116 117 ved den første.',
        critical: true,
        calls: ['legevakt'],
      }),
    ),
    outside(
      'normalisation',
      'Normalisering',
      step(7, ['A', 'V'], null, {
        lead: 'Fjern doser som er gitt for hånd, ellers gis de på nytt.',
        text: 'Still klokken, sjekk programmet, bekreft neste tid, og se at varsel kommer fram.',
        critical: true,
        opens: list('medicineDispenser'),
      }),
      step(8, ['A', 'V'], null, {
        text: 'Skriv avvik ved uteblitt eller dobbel dose.',
        critical: true,
      }),
    ),
  ],
  notify: ['Leverandørens support', 'Legevakt ved uteblitt tidskritisk dose', 'Apoteket (ny rull)'],
  calls: ['dispenser-supplier', 'legevakt', 'pharmacy'],
  figures: [
    'Philips-dispenser: 18 t batteri. Ring support når 10 t er igjen.',
    'Dispenser i Kils kommun (Sverige): 24 t.',
    'Karusell (Pivotell, Careousel): 4 AA-batterier i omtrent ett år. Virker uten strøm, men SMS krever nett.',
    'Pilly: 28 rom.',
  ],
  thresholds: levelThresholds.lines,
  timedThresholds: levelThresholds.timed,
  prepared: [
    'Tekniske feil og varsler følges opp i tide og dokumenteres, uansett hvem som er på vakt.',
  ],
  writtenOn: [list('medicineDispenser'), form('besoksnotat'), form('hendelseslogg')],
})
