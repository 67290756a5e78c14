import { pageCount } from '../words/count.ts'
import { shortHash } from '../print/short-hash.ts'

export const printBinder = {
  title: 'Beredskapsperm',
  meaning:
    'Én PDF for hele sonen. Den er taushetsbelagt: før opp eksemplaret, og makuler det når det er byttet ut.',
  zone: 'Sone',
  make: (zone: string) => `Lag permen for ${zone}`,
  reason: 'Hvorfor skrives den ut?',
  weekly: 'Ukentlig utskrift',
  content: (hash: string) => `innhold ${shortHash(hash)}`,
  noLists: 'Sonens lister er ikke på denne enheten',
  noListsText: 'Koble til nett og vent til listene er hentet.',
  making: 'Lager permen',
  page: (done: number, of: number) => `Del ${done} av ${of}`,
  cancel: 'Avbryt',
  cancelled: 'Avbrutt. Ingen perm er laget.',
  ready: (pages: number) => `Permen er klar, ${pageCount(pages)}`,
  download: 'Last ned PDF',
  copy: (number: number) => `Eksemplar ${number}`,
  failed: 'Permen lot seg ikke lage',
  failedText: 'Ingenting er skrevet ut. Prøv igjen.',
  offline: 'Permen trenger et eksemplarnummer fra serveren. Koble til nett og prøv igjen.',
} as const
