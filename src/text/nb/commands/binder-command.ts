import { pageCount } from '../words/count.ts'

/** The words of `npm run binder`. */
export const binderCommand = {
  usage:
    'Bruk: npm run binder -- --zone ID --out FIL.pdf [--changed-since EKSEMPLAR] [--municipality ID] [--json]',
  printedBy: 'automatisk jobb',
  reason: 'skrevet ut med npm run binder',
  printed: (file: string, pages: number, copy: number) =>
    `${file}: ${pageCount(pages)}, eksemplar ${copy}.`,
  refusals: {
    unknownMunicipality: 'Databasen har ingen slik kommune.',
    severalMunicipalities: 'Databasen har flere kommuner: si hvilken med --municipality.',
    unknownZone: 'Kommunen har ingen slik sone.',
    noFolder: 'Mappen som filen skal ligge i, finnes ikke, eller kan ikke skrives i.',
    noPatients: 'Sonen har ingen brukere. Er ukens liste tatt inn?',
    olderServer:
      'Sonens lister er skrevet av en nyere utgave av Beredt enn denne. Oppdater serveren, og prøv igjen.',
    unknownCopy: 'Sonen har ikke skrevet ut noe slikt eksemplar.',
  },
} as const
