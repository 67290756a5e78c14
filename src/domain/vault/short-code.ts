/** The fewest digits that a code may have. */
export const shortestCode = 6

/** A code of the fewest digits opens at its last one. */
export function isShortCode(code: string): boolean {
  return /^\d+$/.test(code) && code.length === shortestCode
}
