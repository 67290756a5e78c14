import type { ServerKeys } from './keys.ts'

/** The server's keys as they are now: a rotation replaces them while the server runs. */
export type KeyRing = {
  current(): ServerKeys
  /**
   * Takes over what a rotation has left in the folder. `unchanged`: nothing new. `refused`: a lower version, or keys
   * of another root, and the former ones stay in use.
   */
  refresh(): Promise<'adopted' | 'unchanged' | 'refused'>
}

/** `read` reads the folder; `onAdopted` is awaited before the new keys are used. */
export function keyRing(
  first: ServerKeys,
  read: () => Promise<ServerKeys | null>,
  onAdopted: (keys: ServerKeys) => Promise<void>,
): KeyRing {
  let keys = first
  return {
    current: () => keys,
    async refresh() {
      const found = await read()
      const { keySet } = keys.signed
      if (found === null || found.signed.keySet.kid !== keySet.kid) return 'refused'
      if (found.signed.signature === keys.signed.signature) return 'unchanged'
      if (found.signed.keySet.version <= keySet.version) return 'refused'
      await onAdopted(found)
      keys = found
      return 'adopted'
    },
  }
}
