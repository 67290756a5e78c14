import { useOpened } from '../services/use-opened.ts'

/** How many drafts the employee has on this phone, those that do not open among them; 0 while they are counted. */
export function useUnsignedCount(): number {
  const listed = useOpened((core) => core.vault.drafts.list())
  return listed?.ok === true ? listed.value.drafts.length + listed.value.damaged : 0
}
