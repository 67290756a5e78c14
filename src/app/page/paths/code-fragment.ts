import type { KeyId } from '#domain/base/ids.ts'
import { rootFragment } from './root-fragment.ts'

const names = { username: 'bruker', code: 'kode' } as const

type Brought = { username: string; code: string }

/** A new employee's username and code as the end of an address, which browsers send to no server. */
export function codeFragment({ username, code, root }: Brought & { root: KeyId | null }): string {
  const given = new URLSearchParams({ [names.username]: username, [names.code]: code })
  return root === null ? `#${given}` : `#${given}&${rootFragment(root).slice(1)}`
}

/** Empty for what an address does not bring: then it is typed. */
export function broughtCode(hash: string): Brought {
  const given = new URLSearchParams(hash.slice(1))
  return { username: given.get(names.username) ?? '', code: given.get(names.code) ?? '' }
}
