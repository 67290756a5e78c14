import { counted } from '../words/count.ts'
export const received = {
  title: 'Mottatt',
  meaning: 'Det som er skrevet på telefonene de siste 14 dagene, hvert notat én gang.',
  empty: 'Ingenting er mottatt',
  emptyText: 'Notater kommer hit når telefonene har hatt nett og denne enheten har hentet nytt.',
  writtenBy: (name: string) => name,
  receivedAt: (when: string) => `mottatt ${when}`,
  number: (device: string, n: number) => `løpenummer ${device}-${n}`,
  zoneLog: 'Sonens logg',
  unknownPatient: 'Bruker som ikke er på denne enheten',
  count: (count: number) => counted(count, 'notat', 'notater'),
  coming: (count: number) =>
    counted(count, 'notat fra en kollega er på vei', 'notater fra kolleger er på vei'),
  comingMeans: (when: string) =>
    `Slik svarte serveren ${when}. Hva det er og hvem det gjelder, vises først når det er hentet hit.`,
  held: (count: number) => counted(count, 'notat venter på leder', 'notater venter på leder'),
  heldFrom: (when: string, reason: string) => `Gjelder ${when}. ${reason}`,
  review: 'Til avklaring',
} as const
