import { Base64Url } from '#domain/base/base64url.ts'
import type { StatementSigner } from '#domain/trust/signatures.ts'
import type { ServerKey } from './key-files.ts'

const algorithm = { name: 'ECDSA', hash: 'SHA-256' }

/** Signs statements with one of the server's keys (ES256). */
export function statementSigner({ keyId, privateKey }: ServerKey): StatementSigner {
  return {
    keyId,
    async sign(bytes) {
      const signature = await crypto.subtle.sign(algorithm, privateKey, bytes)
      return Base64Url.parse(Buffer.from(signature).toString('base64url'))
    },
  }
}
