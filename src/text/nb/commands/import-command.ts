import { patientCount, rowCount } from '../words/count.ts'

/** The words of the import command on the terminal. */
export const importCommand = {
  usage:
    'Bruk: npm run import -- FIL --section SEKSJON [--municipality KOMMUNE] [--mapping NAVN] [--dry-run] [--accept-new-zones] [--accept-shrink] [--accept-unknown-columns] [--json]',
  heading: (file: string, section: string, format: string) => `${file} · ${section} · ${format}`,
  figures: (figure: {
    rows: number
    people: number
    merged: number
    unreadable: number
    skipped: number
    added: number
    changed: number
    unchanged: number
    gone: number
  }) =>
    `${rowCount(figure.rows)}: ${patientCount(figure.people)}, ${figure.merged} slått sammen, ${figure.unreadable} kunne ikke leses, ${figure.skipped} hoppet over\n` +
    `${figure.added} nye, ${figure.changed} endret, ${figure.unchanged} uendret, ${figure.gone} ute av listen`,
  unreadable: 'Kunne ikke leses – disse kommer ikke med',
  warnings: 'Se over',
  line: (line: number, text: string) => `  Linje ${line}: ${text}`,
  more: (count: number) => `  … og ${count} til`,
  services: 'Tjenester',
  taken: (people: number) => `Tatt inn: ${patientCount(people)}.`,
  dryRun: 'Prøvekjøring: ingenting er endret.',
  acceptNewZones: 'Er sonene riktige, kjør igjen med --accept-new-zones.',
  acceptShrink: 'Er det hele listen, kjør igjen med --accept-shrink.',
  acceptUnknownColumns: 'Skal de stå over likevel, kjør igjen med --accept-unknown-columns.',
  refused: 'Ikke tatt inn. Ingenting er endret.',
} as const
