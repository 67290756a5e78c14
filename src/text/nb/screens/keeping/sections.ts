import type { OrganisationRefusalWords } from './organisation-refusal.ts'
import { counted, employeeCount, patientCount } from '../../words/count.ts'

/** Sections and their zones, as an administrator makes them. */
export const sections = {
  title: 'Seksjoner og soner',
  under: 'Navnene de ansatte bruker til daglig. De kan endres siden, uten at noe blir borte.',
  none: 'Ingen seksjoner ennå',
  noneText: 'Lag den første, for eksempel «Nord». Sonene legger du i den etterpå.',
  newSection: 'Ny seksjon',
  newSectionHelp: 'For eksempel «Nord».',
  addSection: 'Lag seksjonen',
  newZoneIn: (section: string) => `Ny sone i ${section}`,
  addZone: 'Legg til sone',
  zonesOf: (section: string) => `Soner i ${section}`,
  noZones: 'Ingen soner ennå. En seksjon må ha minst én.',
  employees: (count: number) => (count === 0 ? 'Ingen ansatte' : employeeCount(count)),
  closed: 'Ute av bruk',
  rename: 'Endre navn',
  renameNamed: (name: string) => `Endre navn på ${name}`,
  name: 'Navn',
  save: 'Lagre',
  cancel: 'Avbryt',
  close: 'Ta ut av bruk',
  closeNamed: (name: string) => `Ta ut av bruk: ${name}`,
  open: 'Ta i bruk igjen',
  openNamed: (name: string) => `Ta i bruk igjen: ${name}`,
  closeAsk: (name: string) => `Skal ${name} ut av bruk?`,
  closeAskText:
    'De ansatte mister sonen. Seksjonslederen beholder den, så det som kommer fra en telefon senere, blir sett.',
  closeSure: 'Ja, ta den ut av bruk',
  fillIn: 'Skriv navnet.',
  toEmployees: 'Videre til ansatte',
  refusals: {
    nameTaken: () => 'Navnet er i bruk. Velg et annet.',
    unknownSection: () => 'Seksjonen finnes ikke lenger. Hent siden på nytt.',
    unknownZone: () => 'Sonen finnes ikke lenger. Hent siden på nytt.',
    zoneHolds: ({ patients, notes, waiting }) =>
      `Sonen kan ikke tas ut av bruk ennå. I den ligger ${[
        patientCount(patients),
        counted(notes, 'notat', 'notater'),
        `${waiting} som venter på avklaring`,
      ].join(', ')}. Flytt brukerne med neste liste; notater går ut etter 14 dager.`,
  } satisfies OrganisationRefusalWords,
} as const
