import { Base64Url, base64UrlFromBytes } from '#domain/base/base64url.ts'
import {
  type Credential,
  credentialDays,
  PublicKey,
  type UnsignedSubject,
} from '#domain/entries/credential.ts'
import { keyIdOf } from '#domain/entries/sealing.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import type { DeviceId, EmployeeId, KeyId, MunicipalityId } from '#domain/base/ids.ts'
import type { KeySet, NamedKey, SignedKeySet } from '#domain/trust/key-set.ts'
import { statementBytes } from '#domain/trust/signatures.ts'
import type { SignedHead, StreamHead } from '#domain/trust/stream-head.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import type {
  EnrolmentAnswer,
  EnrolmentChallenge,
  EnrolmentRequest,
} from '#domain/vault/enrolment.ts'
import { webSignatureCheck } from '#sealing/es256.ts'

const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
const curve = { name: 'ECDSA', namedCurve: 'P-256' }

/** A key pair of the server, with the name that its public half has in a key set. */
export type ServerKey = { pair: CryptoKeyPair; named: NamedKey }

export async function newSigningKey(hasher: Hasher): Promise<ServerKey> {
  return namedKey(await crypto.subtle.generateKey(curve, true, ['sign', 'verify']), hasher)
}

export async function newSealingKey(hasher: Hasher): Promise<ServerKey> {
  const algorithm = { name: 'ECDH', namedCurve: 'P-256' }
  return namedKey(await crypto.subtle.generateKey(algorithm, true, ['deriveBits']), hasher)
}

/** The keys that a key set names, each list with the one in use first. */
export type NamedKeys = {
  signing: readonly ServerKey[]
  credentials: readonly ServerKey[]
  sealing: readonly ServerKey[]
}

/** A key set of version `version`, signed by `root`. */
export async function signedKeySet(
  root: ServerKey,
  { signing, credentials, sealing }: NamedKeys,
  more: { version: number; issuedAt: Instant; revoked?: KeySet['revoked'] },
  hasher: Hasher,
): Promise<SignedKeySet> {
  const names = (keys: readonly ServerKey[]) => keys.map(({ named }) => named)
  const keySet: KeySet = {
    kind: 'keySet',
    v: 1,
    municipality: '*',
    world: '*',
    kid: root.named.keyId,
    version: more.version,
    issuedAt: more.issuedAt,
    signing: names(signing),
    credentials: names(credentials),
    sealing: { real: names(sealing), exercise: names(sealing) },
    revoked: more.revoked ?? [],
  }
  const signature = await signedBy(root, statementBytes(keySet, hasher))
  return { keySet, rootKey: root.named.publicKey, signature }
}

/** A server's keys, which vouch for every request and sign every head. It works in a browser too. */
export async function vouchingServer(hasher: Hasher, municipality: MunicipalityId, at: Instant) {
  const [root, signing, credentials] = await Promise.all([
    newSigningKey(hasher),
    newSigningKey(hasher),
    newSigningKey(hasher),
  ])
  const sealing = await newSealingKey(hasher)
  const keys: NamedKeys = { signing: [signing], credentials: [credentials], sealing: [sealing] }
  const keySet = await signedKeySet(root, keys, { version: 1, issuedAt: at }, hasher)

  async function vouch(unsigned: UnsignedSubject): Promise<Credential> {
    const subject = { ...unsigned, v: 1, world: '*', kid: credentials.named.keyId } as const
    return { subject, signature: await signedBy(credentials, statementBytes(subject, hasher)) }
  }

  /** Of the server's own kind (`CredentialCheck`), without its code: this file also runs in a browser. */
  const check = {
    isSignedBy: webSignatureCheck.isSignedBy,
    findServerKey: (keyId: KeyId) =>
      Promise.resolve(keyId === credentials.named.keyId ? credentials.named.publicKey : null),
  }

  async function named(publicKey: PublicKey): Promise<NamedKey> {
    return { keyId: await keyIdOf(publicKey, hasher), publicKey }
  }

  return {
    signatures: check,
    municipality,
    root,
    signing,
    credentials,
    sealing: sealing.pair,
    sealingKey: sealing,
    keys,
    keySet,
    /** Signs heads and answers. */
    signer: {
      keyId: signing.named.keyId,
      sign: (bytes: Uint8Array<ArrayBuffer>) => signedBy(signing, bytes),
    },
    vouch,

    challenge(): EnrolmentChallenge {
      const nonce = base64UrlFromBytes(crypto.getRandomValues(new Uint8Array(32)))
      return { municipality, nonce, keySet }
    },

    async signHead(unsigned: Omit<StreamHead, 'kind' | 'v' | 'kid'>): Promise<SignedHead> {
      const head: StreamHead = { ...unsigned, kind: 'head', v: 1, kid: signing.named.keyId }
      return { head, signature: await signedBy(signing, statementBytes(head, hasher)) }
    },

    vouchForRecipient: async (of: {
      deviceId: DeviceId
      employeeId: EmployeeId
      publicKey: PublicKey
    }): Promise<Credential> =>
      vouch({
        kind: 'recipient',
        ...of,
        municipality,
        issuedAt: at,
        keyId: await keyIdOf(of.publicKey, hasher),
      }),

    /** The word for a device's signing key. */
    vouchForDevice: async (of: { deviceId: DeviceId; publicKey: PublicKey }): Promise<Credential> =>
      vouch({
        kind: 'device',
        deviceId: of.deviceId,
        municipality,
        issuedAt: at,
        expiresAt: plusMinutes(at, credentialDays * 24 * 60),
        ...(await named(of.publicKey)),
      }),

    /** A higher version of its key set, with a new key for answers and one for entries. */
    async rotated(version: number) {
      const [answering, opening] = await Promise.all([newSigningKey(hasher), newSealingKey(hasher)])
      const next = { signing: [answering, signing], credentials: [credentials], sealing: [opening] }
      return {
        sealing: opening,
        keySet: await signedKeySet(root, next, { version, issuedAt: at }, hasher),
      }
    },

    async answer(
      request: EnrolmentRequest,
      employeeId: EmployeeId,
      issuedAt = at,
    ): Promise<EnrolmentAnswer> {
      const { deviceId, devicePublicKey, authorPublicKey, recipientPublicKey } = request
      const shared = { municipality, deviceId, issuedAt }
      const expiresAt = plusMinutes(issuedAt, credentialDays * 24 * 60)
      const device = { ...shared, expiresAt, ...(await named(devicePublicKey)) }
      const author = { ...shared, expiresAt, ...(await named(authorPublicKey)), employeeId }
      const recipient = { ...shared, ...(await named(recipientPublicKey)), employeeId }
      return {
        municipality,
        device: await vouch({ kind: 'device', ...device }),
        author: await vouch({ kind: 'author', ...author }),
        recipient: await vouch({ kind: 'recipient', ...recipient }),
      }
    },
  }
}

export type VouchingServer = Awaited<ReturnType<typeof vouchingServer>>

async function namedKey(pair: CryptoKeyPair, hasher: Hasher): Promise<ServerKey> {
  const publicKey = PublicKey.parse(await crypto.subtle.exportKey('jwk', pair.publicKey))
  return { pair, named: { keyId: await keyIdOf(publicKey, hasher), publicKey } }
}

async function signedBy({ pair }: ServerKey, bytes: Uint8Array<ArrayBuffer>): Promise<Base64Url> {
  return base64UrlFromBytes(
    new Uint8Array(await crypto.subtle.sign(algorithm, pair.privateKey, bytes)),
  )
}
