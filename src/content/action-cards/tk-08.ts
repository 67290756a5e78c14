import type { ActionCard } from '#domain/cards/action-card.ts'
import { during, form, levelThresholds, list, outside, step, writeCard } from './write-card.ts'

export const tk08: ActionCard = writeCard({
  code: 'TK-08',
  title: 'Bortfall av e-lås eller nøkkeltilgang',
  version: 1,
  validFrom: '2026-12-01',
  nextReviewOn: '2027-12-01',
  owner: 'HDU',
  triggers: ['E-låsen åpner ikke.', 'Nøkkelen er ikke der den skal være.'],
  phases: [
    during(
      '0–15 min',
      step(1, ['A'], 15, {
        lead: 'Stå ved døren, slå på Bluetooth og åpne låsappen på nytt.',
        text: 'Prøv kollegas telefon. Bank, eller ring på.',
        critical: true,
      }),
      step(2, ['V'], 15, {
        lead: 'Finn ut: er det låsen, telefonen eller systemet?',
        text: 'Åpne nøkkelopplysninger for dagens brukere.',
        critical: true,
        opens: list('access'),
        calls: ['lock-supplier'],
      }),
    ),
    during(
      '15–60 min',
      step(3, ['V'], 60, {
        lead: 'Finn reserven: nøkkelskap, nøkkelboks, pårørende, nabo eller vaktmester.',
        text: 'Koden til nøkkelboks gis muntlig, aldri i liste. Den vanlige nøkkelen virker oftest fortsatt.',
        critical: true,
        opens: list('access'),
        calls: ['caretaker'],
      }),
    ),
    during(
      '1–4 t',
      step(4, ['A', 'V'], 240, {
        lead: 'Ingen tilgang til P1: avtal oppbryting med politi, brannvesen eller låsesmed.',
        text: 'Ring AMK ved mistanke om nød.',
        critical: true,
        calls: ['amk', 'police', 'fire', 'locksmith'],
      }),
      step(5, ['A', 'V'], 240, {
        text: 'Før hver nøkkel ut og inn i logg.',
        critical: true,
      }),
    ),
    during(
      '4–24 t',
      step(6, ['L'], 1440, {
        lead: 'Hent ut nøkkelsett for hver rute.',
        text: 'Vurder flytting av bruker som ikke kan slippe noen inn.',
      }),
    ),
    outside(
      'normalisation',
      'Normalisering',
      step(7, ['H', 'V'], null, {
        lead: 'Tell nøklene, og sperr tapt telefon straks.',
        text: 'København gjør det innen minutter. Ny kode eller lås ved tap.',
        critical: true,
      }),
      step(8, ['H', 'V'], null, {
        text: 'Skift batterier. Før logg over hvem som brukte reserve.',
      }),
    ),
  ],
  notify: ['Låsleverandøren', 'AMK ved mistanke om nød', 'Politi, brannvesen eller låsesmed'],
  calls: ['lock-supplier', 'amk', 'police', 'fire', 'locksmith'],
  figures: [
    'Bekey (Samnanger): batteri og Bluetooth, ikke avhengig av strøm eller internett.',
    'Elverum: Bluetooth, og appen finnes bare på kommunal telefon med pålogging.',
    'MyLock: nøkkelen på telefonen må fornyes, for eksempel innen 24 t.',
  ],
  thresholds: levelThresholds.lines,
  timedThresholds: levelThresholds.timed,
  prepared: [
    'For hver bruker: låstype, virker den uten nett, hvor er den fysiske nøkkelen, hvem har den, dørkode i blokk, heis.',
  ],
  traps: [
    'I svenske omsorgsboliger åpnet ikke dørene ved strømbrudd.',
    'Kulde kan stoppe låsen.',
    'Noen nøkler på telefonen går ut uten nett.',
  ],
  writtenOn: [form('hendelseslogg'), form('besoksnotat')],
})
