import { canonicalJson } from '#domain/base/canonical-json.ts'
import type { Credential, CredentialSubject, UnsignedSubject } from '#domain/entries/credential.ts'
import { KeyId } from '#domain/base/ids.ts'
import { type KeySet, findKey } from '#domain/trust/key-set.ts'
import type { SignatureCheck } from '#domain/trust/signatures.ts'
import { webSignatureCheck } from '#sealing/es256.ts'
import type { ServerKey } from '../keys/key-files.ts'
import { statementSigner } from '../keys/statement-signer.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import type { CredentialCheck } from './check-push.ts'

/** ES256 by WebCrypto, and the keys that this server vouches with or has vouched with. */
export function webSignatures(
  keySet: () => KeySet,
  signatures: SignatureCheck = webSignatureCheck,
): CredentialCheck {
  return {
    isSignedBy: signatures.isSignedBy,
    findServerKey(keyId, at) {
      const id = KeyId.safeParse(keyId)
      const set = keySet()
      return Promise.resolve(id.success ? findKey(set.credentials, id.data, set, at) : null)
    },
  }
}

/** Signs a credential for a key. A device sends it with every push, so it is valid also after the database is lost. */
export async function vouchFor(
  unsigned: UnsignedSubject,
  credentials: ServerKey,
): Promise<Credential> {
  const subject: CredentialSubject = { ...unsigned, v: 1, world: '*', kid: credentials.keyId }
  const bytes = nodeHasher.utf8(canonicalJson(subject))
  return { subject, signature: await statementSigner(credentials).sign(bytes) }
}
