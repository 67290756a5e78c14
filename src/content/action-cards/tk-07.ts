import type { ActionCard } from '#domain/cards/action-card.ts'
import { during, form, levelThresholds, list, outside, step, writeCard } from './write-card.ts'

export const tk07: ActionCard = writeCard({
  code: 'TK-07',
  title: 'Digitalt tilsyn og lokalisering svikter (VDT og VLT)',
  version: 1,
  validFrom: '2026-12-01',
  nextReviewOn: '2027-12-01',
  owner: 'HDU',
  triggers: [
    'Kamera eller sensor (VDT) svikter.',
    'GPS (VLT) gir ingen posisjon.',
    'TK-01 eller TK-02 er i bruk.',
  ],
  useWith: ['TK-01', 'TK-02'],
  phases: [
    during(
      '0–15 min',
      step(1, ['V'], 15, {
        text: 'Åpne VDT og finn neste planlagte kameratilsyn.',
        critical: true,
        opens: list('digitalSupervision'),
      }),
      step(2, ['V'], 15, {
        lead: 'Åpne VLT og finn ut hvem som er ute nå.',
        text: 'Noter siste posisjon og klokkeslett.',
        critical: true,
        opens: list('localisation'),
      }),
    ),
    during(
      '15–60 min',
      step(3, ['V', 'A'], 60, {
        lead: 'VDT: gjør fysisk tilsyn i samme rekkefølge som planen.',
        text: 'Sengealarm og fallrisiko først.',
        critical: true,
        opens: list('digitalSupervision'),
      }),
      step(4, ['V', 'A'], 60, {
        lead: 'VLT: ring pårørende.',
        text: 'Noen steder er det de som får varslene. Avtal følge, eller at bruker holdes inne.',
        critical: true,
        opens: list('localisation'),
      }),
    ),
    during(
      '1–4 t',
      step(5, ['A'], 240, {
        lead: 'Natt: gå fast runde.',
        text: 'Forslag: hver 2.–3. time.',
        critical: true,
      }),
      step(6, ['A'], 240, {
        lead: 'Bruker er savnet: let på kjente steder, og ring 112 etter avtalt tid.',
        text: 'Gi beskrivelse, foto, klær og siste posisjon.',
        critical: true,
        calls: ['police'],
      }),
    ),
    during(
      '4–24 t',
      step(7, ['L'], 1440, {
        lead: 'Sett inn ekstra nattevakt.',
        text: 'Vurder midlertidig plass for bruker som ikke tåler å være uten.',
      }),
    ),
    outside(
      'normalisation',
      'Normalisering',
      step(8, ['V'], null, {
        lead: 'Ta testvarsel for hver bruker.',
        text: 'Sjekk at alle planlagte tilsyn er dekket. Meld tilbake til pårørende.',
        critical: true,
        opens: list('digitalSupervision'),
      }),
    ),
  ],
  notify: ['Pårørende til brukere med VLT', '112 når bruker er savnet, etter avtalt tid'],
  calls: ['police'],
  figures: [
    'Kamera av typen RoomMate trenger strøm og internett. Det varsler når kontakten er brutt, er tilbake etter noen minutter, og lagrer ikke bilder.',
  ],
  thresholds: levelThresholds.lines,
  timedThresholds: levelThresholds.timed,
  writtenOn: [
    list('digitalSupervision'),
    list('localisation'),
    form('besoksnotat'),
    form('hendelseslogg'),
  ],
})
