import type { TextEncoding } from './decode-text.ts'
import type { Separator } from './read-delimited.ts'

export type ListFormat =
  | { kind: 'table'; encoding: TextEncoding; separator: Separator }
  | { kind: 'fhir' }
