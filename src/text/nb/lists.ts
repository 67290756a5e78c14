export const lists = {
  title: 'Lister',
  search: 'Navn, adresse eller nummer',
  searchLabel: 'Søk etter bruker',
  hits: (count: number) => (count === 1 ? '1 treff' : `${count} treff`),
  noHits: (text: string) => `Ingen treff på «${text}»`,
  noHitsText:
    'Søket går i sonene som ligger på telefonen. Sjekk skrivemåten, eller velg en annen sone.',
  whoToSee: 'Hvem må vi se til',
  shifts: 'Vakter',
  allLists: 'Alle lister',
  zone: 'Sone',
  allZones: 'Alle soner',
  count: (count: number) => (count === 1 ? '1 bruker' : `${count} brukere`),
  visits: (count: number) => (count === 1 ? '1 besøk' : `${count} besøk`),
  nextDose: (at: string) => `neste dose ${at}`,
  nextSupervision: (at: string) => `neste ${at}`,
  protectedCount: (count: number) =>
    count === 1
      ? '1 med skjult adresse er med i tallet'
      : `${count} med skjult adresse er med i tallet`,
  protectedAddress: 'Skjult adresse',
  more: (count: number) => `Vis ${count} til`,
  empty: 'Ingen på denne listen',
  emptyText: (zone: string) => `Ingen i ${zone} har dette registrert i listene på telefonen.`,
  nothingHere: 'Ingen lister på telefonen',
  nothingHereText: 'Listene kommer når telefonen har vært på nett etter at du logget inn.',
  unknownList: 'Denne listen finnes ikke',
  toLists: 'Til alle lister',
  old: (when: string) => `Listen er fra ${when}`,
  oldText: 'Den kan være utdatert. Sjekk det viktigste.',
  call: (name: string, number: string) => `Ring ${name}, ${number}`,
  asOf: (when: string) => `Slik det var ${when}`,
} as const
