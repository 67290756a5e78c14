import type { MunicipalityContact } from '#domain/contacts/contact.ts'
import { useOpened } from '../../services/use-opened.ts'

/**
 * The municipality's contacts; none where the phone has none. Undefined while they are read: a screen waits for them, since
 * what came a moment later would move the rows under her thumb.
 */
export function useContacts(): readonly MunicipalityContact[] | undefined {
  const reading = useOpened((core) => core.reader.listContacts())
  if (reading === undefined) return undefined
  return reading.kind === 'open' ? reading.value : []
}
