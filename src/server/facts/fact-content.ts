import type { EntryContent } from '#domain/entries/entry-content.ts'

/** What an employee has sealed about an incident. */
export type CoordinationSaid = Extract<EntryContent, { kind: 'coordinationFact' }>
/** What she has sealed about a zone's patients. */
export type PersonSaid = Extract<EntryContent, { kind: 'personFact' }>
