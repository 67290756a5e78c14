import type { TextEncoding } from './decode-text.ts'
import type { Separator } from './separator.ts'

export type ListFormat =
  | { kind: 'table'; encoding: TextEncoding; separator: Separator }
  | { kind: 'fhir' }
