import { counted, employeeCount, patientCount } from '../words/count.ts'

export const now = {
  title: 'Nå',
  whatFails: 'Hva virker ikke?',
  myShift: 'Min vakt',
  wholeList: (visits: number) => `Hele listen, ${visits}`,
  myZones: 'Sonene dine',
  yourZones: 'Sonene du har',
  needs: ({ people, first, powered }: { people: number; first: number; powered: number }) =>
    `${patientCount(people)} · ${first} P1 · ${powered} med livsviktig strøm`,
  listsOldElsewhere: 'Listen er gammel. Be leder ta inn en ny.',
  noZoneNumber: 'Sonen har ikke noe nummer her. Ring leder.',
  alarms: 'Varsler fra serveren',
  alarmsAsked: 'Henter …',
  noAlarms: 'Ingen varsler',
  alarmsOffline: 'Vises når du er logget inn og har nett',
  alarmsSince: (count: number, last: string) =>
    `${counted(count, 'varsel', 'varsler')}, siste ${last}`,
  lookAtAlarms: 'Se hva du skal gjøre',
  toBegin: {
    name: 'Kom i gang',
    facts: ['Seksjoner, ansatte, lister og telefoner, steg for steg'],
  },
  toEmployees: { name: 'Ansatte', facts: ['Gi tilgang, engangskode, avslutt'] },
  toNewPhones: {
    name: 'Kode for nye telefoner',
    facts: ['Så telefonen vet at det er kommunens server'],
  },
  toContacts: { name: 'Numre', facts: ['Hvem kommunen ringer når noe svikter'] },
  listFrom: (when: string) => `Liste fra ${when}`,
  noListHere: 'Ingen liste på denne enheten',
  listsOld: 'Ta inn ny liste',
  phonesHeard: (heard: number, of: number) =>
    of === 0 ? 'Ingen telefoner er klargjort' : `${heard} av ${of} telefoner hørt siste døgn`,
  binderPrinted: (on: string) => `Perm skrevet ut ${on}`,
  binderNever: 'Permen er ikke skrevet ut',
  zonesOffline: 'Telefoner og perm vises når du er logget inn og har nett.',
  visits: 'Besøk framover',
  whichList: 'Hvilken liste er din på denne vakta?',
  listOf: (zone: string, shift: string, visits: number) =>
    `${zone} · ${shift} · ${counted(visits, 'besøk', 'besøk')}`,
  otherList: 'Bytt liste',
  noVisitsLeft: 'Ingen flere besøk på denne vakten',
  noVisitsLeftText: 'Hele listen ligger under Lister.',
  noLists: 'Ingen arbeidslister på telefonen',
  noListsText: 'De kommer når ukens lister er tatt inn for sonen din.',
  guides: {
    title: 'Du har det kritiske om brukerne i sonene dine',
    text: 'Hvem, hvor, apparater, kontakter og prioritet. Arbeidslister og notater er hos sonene. Legemiddelark og koder henter du på hovedkortet, for én bruker om gangen.',
  },
  administers: {
    title: 'Du har ingen brukeropplysninger',
    text: 'Slik skal det være. Tiltakskort, skjema og tilganger har du, også uten nett.',
  },
  yours: 'Det du har',
  toLists: { name: 'Lister', facts: ['Hvem som må sees til, og søk etter bruker'] },
  toRoles: { name: 'Tilganger', facts: ['Hva hver rolle ser og gjør'] },
  toCards: { name: 'Tiltakskort', facts: ['Hva hver rolle gjør når noe svikter'] },
  worthKnowing: 'Verdt å vite',
  oldLists: (when: string) => `Listene er fra ${when}`,
  oldListsText:
    'Sjekk det viktigste mot kollegene dine. Listene blir nye når telefonen har nett og noen har tatt inn ukens lister.',
  visitFacts: {
    staff: employeeCount,
    medicine: (at: string) => `medisin ${at}`,
    medicineTask: 'medisin',
  },
} as const
