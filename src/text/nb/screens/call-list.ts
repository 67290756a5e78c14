import { patientCount } from '../words/count.ts'

export const callList = {
  title: 'Ikke fått kontakt',
  ofAll: (left: number, all: number) => `${left} av ${all}`,
  lists: 'Hvilken liste?',
  chip: (title: string, left: number) => `${title} ${left}`,
  youCall: 'Du ringer',
  youCallNames: (names: string) => `Du ringer ${names}`,
  callsNames: (name: string, names: string) => `${name} ringer ${names}`,
  callsCount: (name: string, count: number) => `${name} ringer ${count}`,
  agreed: (texts: string, when: string) => `${texts}, avtalt ${when}`,
  toCall: 'Ikke delt ut',
  others: 'Hos andre',
  othersSeen: (count: number, when: string) => `${count}, sist sett ${when}`,
  reached: (count: number) => `Nådd: ${patientCount(count)}`,
  calls: (name: string) => `${name} ringer`,
  unknownSince: (when: string) => `Ikke kjent siden ${when}`,
  mayHaveCalled: (name: string) => `Kan være ringt av ${name}`,
  alone: 'alene',
  notAssessed: 'ikke vurdert',
  noPhone: 'Telefon ikke registrert',
  hiddenPhone: 'Telefon er skjult, se hovedkort',
  tryAgain: (at: string) => `prøv igjen ${at}`,
  tryAgainNow: 'prøv igjen nå',
  iCall: 'Jeg ringer',
  iCallNoMore: 'Jeg ringer ikke lenger',
  dealing:
    'Ringer flere? Serveren deler listen mellom dere når telefonene har nett. Til da kan to ringe samme bruker.',
  dealt: 'Du ringer de du fikk tildelt. Uten nett holder du deg til dem.',
  phrase: 'Dette spør du om',
  /** `domain.md` 1.15. */
  phraseText:
    '«Strømmen/mobilen kan falle ut. Har du noen hos deg? Hvor lenge holder apparatet? Hva gjør du om du trenger hjelp? Vi kommer kl. …»',
  readyMessages: 'Ferdige meldinger og krisenummer',
  allReached: 'Alle på listen er nådd',
  allReachedText:
    'Noen har snakket med eller sett hver enkelt. Statusen kan endre seg: se når det var.',
  allMine: 'Du har ingen igjen å ringe',
  allMineText: 'Resten er hos andre, eller venter på besøk.',
  empty: 'Ingen i området står på denne listen',
  emptyText: 'Det gjelder listene på telefonen, i sonene og gatene hendelsen gjelder.',
  toVisits: (count: number) => (count === 1 ? '1 trenger besøk' : `${count} trenger besøk`),
} as const
