import * as z from 'zod/mini'

export const TextEncoding = z.enum(['utf-8', 'utf-8-bom', 'utf-16', 'windows-1252', 'iso-8859-1'])
export type TextEncoding = z.infer<typeof TextEncoding>

export const Separator = z.enum([';', ',', '\t', '|'])
export type Separator = z.infer<typeof Separator>

/** What a list was read as. */
export const ListFormat = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('table'), encoding: TextEncoding, separator: Separator }),
  z.object({ kind: z.literal('fhir') }),
])
export type ListFormat = z.infer<typeof ListFormat>
