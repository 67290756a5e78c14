import { counted, rowCount } from '../words/count.ts'

/** The words of the accounts command on the terminal. */
export const accountsCommand = {
  usage:
    'Bruk: npm run accounts -- FIL [--name KOMMUNENS NAVN] [--municipality KOMMUNE] [--accept-new-zones] [--dry-run] [--json]',
  standInUsage:
    'Bruk: npm run accounts -- --username BRUKERNAVN (--to DATO [--from DATO] | --end | --permanent) [--zone SONE] [--municipality KOMMUNE] [--json]. Datoer som 2026-12-14. En sone lånes ut for en tid, aldri fast.',
  zoneOf: (username: string, zone: string) => `${username}, sone ${zone}`,
  standIn: (of: string, from: string, to: string) => `${of}: gjelder fra ${from} til ${to}.`,
  noEnd: (of: string, zone: string | null) =>
    zone === null ? `${of}: gjelder til tilgangen avsluttes.` : `${of}: sonen er tatt tilbake.`,
  fileMissing: 'Finner ikke filen. Se over navn og mappe.',
  fileUnreadable: 'Har ikke lov til å lese filen. Gi brukeren som kjører Beredt lesetilgang.',
  notAFile: 'Dette er ingen fil, men en mappe. Skriv navnet på filen.',
  unknownMunicipality:
    'Skriv hvilken kommune: --municipality. Denne serveren har flere, eller ikke den.',
  figures: (figure: { rows: number; made: number; known: number; unclear: number }) =>
    `${rowCount(figure.rows)}: ${figure.made} nye, ${figure.known} har konto fra før, ${figure.unclear} er uklare`,
  newPlaces: 'Nye seksjoner og soner',
  unclear: 'Uklare linjer – disse får ingen konto',
  line: (line: number, text: string) => `  Linje ${line}: ${text}`,
  place: (section: string, zone: string) => `  ${section}: ${zone}`,
  codes: 'Engangskoder – vises bare nå. Gi hver sin på papir; de virker i sju dager',
  code: (name: string, username: string, code: string) => `  ${code}  ${username}  (${name})`,
  noAdministrator:
    'Ingen administrator er lagt inn ennå. Ta en med i lista, eller bruk lenken som npm start -- --no-demo viser.',
  taken: (count: number) => `Lagt inn: ${counted(count, 'ansatt', 'ansatte')}.`,
  dryRun: 'Prøvekjøring: ingenting er endret.',
  refused: 'Ikke lagt inn. Ingenting er endret.',
  acceptNewZones: 'Er navnene riktige, kjør igjen med --accept-new-zones.',
} as const
