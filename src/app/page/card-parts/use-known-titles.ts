import type { KnownTitles } from '#text/nb/words/cards/card-target.ts'
import { useOpened } from '../services/use-opened.ts'

/** The municipality's own names for lists and forms; empty while they are read, and when it has none. */
export function useKnownTitles(): KnownTitles {
  const services = useOpened((core) => core.reader.listServices())
  const forms = useOpened((core) => core.reader.listForms())
  return {
    services: services?.kind === 'open' ? services.value : [],
    forms: forms?.kind === 'open' ? forms.value : [],
  }
}
