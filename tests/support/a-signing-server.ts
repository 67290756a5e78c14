import type { Instant } from '#domain/time/instant.ts'
import { webSignatureCheck } from '#sealing/es256.ts'
import { statementSigner } from '#server/keys/statement-signer.ts'
import type { PullTools } from '#server/streams/sign-head.ts'
import { fastHasher } from './test-crypto.ts'
import { type MemoryKeys, newServerKeys } from './web-crypto.ts'

/** Keys of a server in memory, and what they sign heads with. */
export async function aSigningServer(
  now: Instant,
): Promise<{ keys: MemoryKeys; tools: PullTools }> {
  const keys = await newServerKeys()
  const tools = {
    signer: statementSigner(keys.signing),
    keySet: keys.signed.keySet,
    trust: { signatures: webSignatureCheck, hasher: fastHasher },
    now,
  }
  return { keys, tools }
}
