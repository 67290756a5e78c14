import { ReadServerKeys, type ReadServerKeysAnswer } from '#contract/read-server-keys.ts'
import type { OpenHandler } from '../http/serve-routes.ts'
import { requireProtocol } from '../http/sync-message.ts'
import type { KeyRing } from '../keys/key-ring.ts'

/** Answers the server's public keys to everybody: whoever knows the root's thumbprint can verify them. */
export function readServerKeysRoute({ keys }: { keys: KeyRing }): OpenHandler {
  return ({ request }): ReadServerKeysAnswer => {
    ReadServerKeys.parse(requireProtocol(request))
    return { keySet: keys.current().signed }
  }
}
