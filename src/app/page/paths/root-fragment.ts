import { KeyId } from '#domain/base/ids.ts'

const name = 'rot'

/** What an address brings of the server's root key. `unreadable`: it brings one that was damaged on its way. */
export type BroughtRoot = { kind: 'none' } | { kind: 'root'; root: KeyId } | { kind: 'unreadable' }

/** The thumbprint of the server's root key as the end of an address. Browsers do not send it to any server. */
export function rootFragment(root: KeyId): string {
  return `#${name}=${root}`
}

/** Reads `#rot=…`, also behind an invitation's token: `#token&rot=…`. */
export function broughtRoot(hash: string): BroughtRoot {
  const given = new URLSearchParams(hash.slice(1)).get(name)
  if (given === null) return { kind: 'none' }
  const root = KeyId.safeParse(given.trim())
  return root.success ? { kind: 'root', root: root.data } : { kind: 'unreadable' }
}

/** The part of an invitation's fragment before the root: its token. */
export function tokenOf(hash: string): string {
  return hash.slice(1).split('&')[0] ?? ''
}

/** The fragment that the next address must have, so that nothing is lost while the employee signs in. */
export function keptFragment(hash: string): string {
  const given = new URLSearchParams(hash.slice(1)).get(name)
  return given === null ? '' : `#${new URLSearchParams({ [name]: given })}`
}
