import { KeyId } from '#domain/base/ids.ts'

/**
 * The thumbprint of the server's root key from the address's fragment (`#rot=…`), as an invitation or a printed code
 * carries it; null when there is none. A fragment is never sent to a server.
 */
export function expectedRoot(hash = location.hash): KeyId | null {
  const root = KeyId.safeParse(new URLSearchParams(hash.slice(1)).get('rot'))
  return root.success ? root.data : null
}
