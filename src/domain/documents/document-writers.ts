import type { StreamClass } from '../streams/stream.ts'
import { type DocumentWriter, documentKindNames, rowOf, schemaName } from './document-kinds.ts'

/** Whether a part of the server writes a schema in a class; a null schema is a deletion, of what it may write there. */
export function mayWrite(
  writer: DocumentWriter,
  inClass: StreamClass,
  schema: string | null,
): boolean {
  return documentKindNames.some(
    (kind) =>
      rowOf(kind).class === inClass &&
      rowOf(kind).writers.includes(writer) &&
      (schema === null || schema === schemaName(kind)),
  )
}
