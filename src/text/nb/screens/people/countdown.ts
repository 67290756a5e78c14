import { rowFactText } from '../../words/row-fact.ts'
import { capitalized } from '../../words/time.ts'

export const countdown = {
  title: 'Tom først',
  helpWithin: 'Hjelp innen',
  unknown: capitalized(rowFactText({ kind: 'unknownBattery' })),
  noClock: '–',
  countsAsNone: 'Regnes som 0 t',
  /** The step of TK-01 for P1 under two hours without reserve. */
  redStep: 'AMK eller flytting nå',
  readAloud: 'ISBAR',
  rows: (rows: number, people: number) =>
    rows === people ? `${people} brukere` : `${rows} apparater hos ${people} brukere`,
  emptyAt: (at: string) => `tom ${at}`,
  mayBeShorter: 'batteriet er ikke testet på et år, kan vare kortere',
  someoneThere: 'noen er der',
  nobodyThere: 'er alene',
  measured: (when: string) => `målt eller byttet ${when}`,
  withPower: (count: number) => `${count} har strøm, og telles ikke ned`,
  elsewhere: (count: number) => `${count} er flyttet, overført eller død, og telles ikke ned`,
  point: (name: string, duration: string) => `Strøm på ${name}, ${duration} å kjøre`,
  pointHours: (hours: string) => `åpent ${hours}`,
  drivenBy: (who: string) => `kjøres av ${who}`,
  empty: 'Ingen i området trenger strøm for liv og helse',
  emptyText:
    'Det gjelder de som står på listene på telefonen, i sonene og gatene hendelsen gjelder.',
} as const
