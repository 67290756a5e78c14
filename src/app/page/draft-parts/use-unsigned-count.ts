import { isToBeSigned } from '../services/unsigned-draft.ts'
import { useOpened } from '../services/use-opened.ts'

/** How many drafts the employee has on this phone, those that do not open among them; 0 while they are counted. */
export function useUnsignedCount(): number {
  const listed = useOpened((core) => core.vault.drafts.list())
  if (listed?.ok !== true) return 0
  const { drafts, damaged } = listed.value
  return drafts.filter(({ draft }) => isToBeSigned(draft)).length + damaged
}
