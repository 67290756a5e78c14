import { rowFactText } from '../words/row-fact.ts'
import { capitalized } from '../words/time.ts'

export const countdown = {
  title: 'Tom først',
  known: 'Tom for strøm kl.',
  unknown: capitalized(rowFactText({ kind: 'unknownBattery' })),
  countsAsNone: 'Regnes som 0 t',
  /** The step of TK-01 for P1 under two hours without reserve. */
  redStep: 'AMK eller flytting nå',
  redCount: (count: number) =>
    count === 1 ? '1 må ha AMK eller flytting nå' : `${count} må ha AMK eller flytting nå`,
  rows: (rows: number, people: number) =>
    rows === people ? `${people} brukere` : `${rows} apparater hos ${people} brukere`,
  helpWithin: (at: string) => `hjelp innen ${at}`,
  mayBeShorter: 'batteriet er ikke testet på et år, kan vare kortere',
  hasPower: (when: string) => `har strøm, sagt ${when}`,
  someoneThere: 'noen er der',
  nobodyThere: 'er alene',
  point: (name: string, duration: string) => `Strøm på ${name}, ${duration} å kjøre`,
  pointHours: (hours: string) => `åpent ${hours}`,
  drivenBy: (who: string) => `kjøres av ${who}`,
  noPoint:
    'Kommunen har ikke skrevet inn noe sted med strøm som rekkes herfra. Seksjonsleder legger det inn blant kommunens kontakter.',
  empty: 'Ingen i området trenger strøm for liv og helse',
  emptyText:
    'Det gjelder de som står på listene på telefonen, i sonene og gatene hendelsen gjelder.',
} as const
