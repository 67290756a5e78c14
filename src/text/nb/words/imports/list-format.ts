import type { ListFormat, Separator, TextEncoding } from '#domain/roster/list-format.ts'

/** As «Windows-1252, semikolon». */
export function listFormatText(format: ListFormat): string {
  return format.kind === 'fhir'
    ? 'FHIR R4'
    : `${encodings[format.encoding]}, ${separators[format.separator]}`
}

const encodings = {
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8 med BOM',
  'utf-16': 'UTF-16',
  'windows-1252': 'Windows-1252',
  'iso-8859-1': 'ISO-8859-1',
} satisfies Record<TextEncoding, string>

const separators = {
  ';': 'semikolon',
  ',': 'komma',
  '\t': 'tabulator',
  '|': 'loddrett strek',
} satisfies Record<Separator, string>
