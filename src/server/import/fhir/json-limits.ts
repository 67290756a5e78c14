import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import { type JsonExcess, jsonExcess } from '#domain/base/json-shape.ts'
import { maxRows } from '../file/table-limits.ts'

const limits = {
  /** FHIR nests about twenty levels; every recursion over it must end. */
  depth: 100,
  elements: maxRows,
  /** A value of a real Bundle takes some twenty bytes of the file. */
  values: 2_000_000,
}

/** Why a text is not parsed as JSON; null when it can be. */
export function jsonRefusal(text: string): ImportRefusal | null {
  const excess = jsonExcess(text, limits)
  return excess === null ? null : refusals[excess]
}

const refusals = {
  depth: { kind: 'nestedTooDeep' },
  elements: { kind: 'tooManyRows', max: maxRows },
  values: { kind: 'tooManyValues' },
} as const satisfies Record<JsonExcess, ImportRefusal>
