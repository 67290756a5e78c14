import type { MunicipalityContact } from '#domain/contacts/contact.ts'
import { useOpened } from './use-opened.ts'

/** Whom the municipality calls, for the numbers on steps; null while they are being read and when this device has none. */
export function useContacts(): readonly MunicipalityContact[] | null {
  const reading = useOpened((core) => core.reader.listContacts())
  return reading?.kind === 'open' ? reading.value : null
}
