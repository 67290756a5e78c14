import type { StreamClass } from '../streams/stream.ts'
import { type DocumentWriter, documentKindNames, rowOf, schemaName } from './document-kinds.ts'

/** Whether a part of the server may write a schema in a class. A null schema is a deletion of what it may write. */
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
