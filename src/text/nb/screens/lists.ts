import { counted, deviceCount, patientCount } from '../words/count.ts'
import { rowFactText } from '../words/row-fact.ts'
import { capitalized } from '../words/time.ts'

export const lists = {
  title: 'Lister',
  search: 'Navn, adresse, nummer',
  searchLabel: 'Søk etter bruker',
  hitsLabel: 'Treff',
  formerHits: 'Ute av listen',
  hits: (count: number) => counted(count, 'treff', 'treff'),
  noHits: (text: string) => `Ingen treff på «${text}»`,
  noHitsText:
    'Søket går i sonene som ligger på telefonen. Sjekk skrivemåten, eller velg en annen sone.',
  noHitsInOnlyZone: (zone: string) =>
    `Søket går i ${zone}, som er det som ligger på telefonen. Sjekk skrivemåten.`,
  whoToSee: 'Hvem må vi se til',
  shifts: 'Vakter',
  allLists: 'Alle lister',
  zone: 'Sone',
  allZones: 'Alle soner',
  count: patientCount,
  visits: (count: number) => counted(count, 'besøk', 'besøk'),
  nextDose: (at: string) => `neste dose ${at}`,
  nextSupervision: (at: string) => `neste ${at}`,
  protectedCount: (count: number) => counted(count, 'med skjult adresse', 'med skjult adresse'),
  helpWithin: 'Hjelp innen, fra strømmen går',
  unknownBattery: capitalized(rowFactText({ kind: 'unknownBattery' })),
  unknownBatteryCount: (count: number) => `${deviceCount(count)} med ukjent batteritid`,
  more: (count: number) => `Vis ${count} til`,
  empty: 'Ingen på denne listen',
  emptyText: (zone: string) => `Ingen i ${zone} har dette registrert i listene på telefonen.`,
  nothingHere: 'Ingen lister på telefonen',
  nothingHereText: 'Listene kommer når telefonen har vært på nett etter at du logget inn.',
  unknownList: 'Denne listen finnes ikke',
  old: (when: string) => `Listen er fra ${when}`,
  oldText: 'Den kan være utdatert. Sjekk det viktigste.',
  call: (name: string, number: string) => `Ring ${name}, ${number}`,
  inDuration: (duration: string) => `om ${duration}`,
  tomorrow: 'i morgen',
  notHere: 'Bruker som ikke er på telefonen',
  asOf: (when: string) => `slik det var ${when}`,
  otherTimes: (times: readonly string[]) => `også ${times.join(' · ')}`,
} as const
