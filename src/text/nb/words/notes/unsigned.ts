import { counted } from '../count.ts'
/** What lies written and not signed. It is on this phone alone, and reaches nobody before it is signed. */
export function unsignedText(count: number): string {
  return counted(count, 'skjema er ikke signert', 'skjema er ikke signert')
}
