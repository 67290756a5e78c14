/** What lies written and not signed. It is on this phone alone, and reaches nobody before it is signed. */
export function unsignedText(count: number): string {
  return count === 1 ? '1 skjema er ikke signert' : `${count} skjema er ikke signert`
}
