import type { Result } from '#domain/base/result.ts'
import type { SessionCredentials, SessionKeys, SessionProof } from '#domain/vault/session-proof.ts'
import type { Resumption } from '#app/bridge/core.ts'

type Unresumed = { kind: 'unreachable' } | { kind: 'refused' }

/** What is asked of the server. The answer to `resume` sets the browser's cookie. */
export type SessionServer = {
  start(credentials: SessionCredentials): Promise<Result<{ nonce: string }, Unresumed>>
  resume(proof: SessionProof): Promise<Result<unknown, Unresumed>>
}

/** Goes on with the session of whoever has unlocked, by her keys on this device, where her last password still counts. */
export async function resumeSession(keys: SessionKeys, server: SessionServer): Promise<Resumption> {
  const credentials = await keys.findCredentials()
  if (credentials === null) return 'passwordNeeded'
  const started = await server.start(credentials)
  if (!started.ok) return afterRefusal(started.refusal)
  const proof = await keys.prove(started.value.nonce)
  if (proof === null) return 'passwordNeeded'
  const resumed = await server.resume(proof)
  return resumed.ok ? 'resumed' : afterRefusal(resumed.refusal)
}

function afterRefusal({ kind }: Unresumed): Resumption {
  return kind === 'unreachable' ? kind : 'passwordNeeded'
}
