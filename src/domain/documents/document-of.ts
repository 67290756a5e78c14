import { type DocumentBodies, type DocumentKind, rowOf, schemaName } from './document-kinds.ts'

/** A document as it is written into a stream. */
export type NamedDocument = { docId: string; schema: string; body: unknown }

export function documentOf<Kind extends DocumentKind>(
  kind: Kind,
  body: DocumentBodies[Kind],
): NamedDocument {
  return { docId: rowOf(kind).docIdOf(body), schema: schemaName(kind), body }
}
