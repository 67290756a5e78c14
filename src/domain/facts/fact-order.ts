import type { Said } from './said.ts'

/** Orders facts that know nothing of each other: by the hybrid clock, then by entry id. It never says what caused what. */
export function compareFacts(a: Said, b: Said): number {
  return compareText(a.hlc, b.hlc) || compareText(a.entryId, b.entryId)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
