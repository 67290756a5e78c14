import type { RunsOnBattery } from '#domain/incidents/network/network-clock.ts'

/** What may stop when, while the power is gone. It never says that something has stopped: nobody knows. */
export const networkClock = {
  mayStopFrom: { mobile: 'Mobilnett: kan falle ut fra', emergencyNet: 'Nødnett: kan falle ut fra' },
  mayHaveStopped: {
    mobile: 'Mobilnett: kan falle ut når som helst',
    emergencyNet: 'Nødnett: kan falle ut når som helst',
  },
  title: 'Batterier',
  names: {
    mobile: 'Mobilnett',
    emergencyNet: 'Nødnett, minst',
    dispensers: 'Medisindispensere, batteri',
    alarms: 'Trygghetsalarmer, batteri',
  } satisfies Record<RunsOnBattery, string>,
  later: 'Nødnett, dispensere og alarmer',
  callFirst: 'Ring P1 og P2',
  fetchAndPrint: 'Hent lister og skriv ut',
  fetch: 'Hent lister',
  before: (when: string) => `før ${when}`,
  about: (when: string) => `ca. ${when}`,
  until: (when: string) => `til ${when}`,
  passed: (when: string) => `siden ${when}`,
  basis: 'Korteste kjente batteritid: mobil 2 t, 4 t der det bor færre enn 20 000.',
  basisRecorded: 'Mobil som sonen har undersøkt, ellers korteste kjente batteritid.',
  notReinforced: 'Forsterket ekom: ingen registrert.',
  reinforced: (places: string) => `Forsterket ekom: ${places}, uten garanti.`,
} as const
