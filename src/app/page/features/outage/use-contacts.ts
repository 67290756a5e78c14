import type { MunicipalityContact } from '#domain/contacts/contact.ts'
import { useOpened } from '../../services/use-opened.ts'

/** The municipality's contacts; none while they are read, and where the phone has none. */
export function useContacts(): readonly MunicipalityContact[] {
  const reading = useOpened((core) => core.reader.listContacts())
  return reading?.kind === 'open' ? reading.value : []
}
