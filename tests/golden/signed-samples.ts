import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { PullStreamAnswer } from '#contract/pull-stream.ts'
import { PushEntries, pushBytes } from '#contract/push-entries.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import { DeviceId, EmployeeId, KeyId, MunicipalityId } from '#domain/base/ids.ts'
import { Credential, PublicKey } from '#domain/entries/credential.ts'
import { SealedEntry, headerBytes } from '#domain/entries/entry.ts'
import { EntryContent } from '#domain/entries/entry-content.ts'
import { enrolmentProofBytes } from '#domain/trust/enrolment-proof.ts'
import { sessionProofBytes } from '#domain/trust/session-proof.ts'
import { SignedKeySet } from '#domain/trust/key-set.ts'
import { statementBytes } from '#domain/trust/signatures.ts'
import { answerBytes } from '#domain/trust/signed-answer.ts'
import { SignedHead } from '#domain/trust/stream-head.ts'
import { versionFolder } from './golden-files.ts'

/** Something that was signed: the bytes as text, each signature with the key that verifies it. */
export const SignedSample = z.strictObject({
  /** Who signs what, as a name of `signedKinds`. */
  kind: z.string(),
  value: z.unknown(),
  text: z.string(),
  signatures: z.array(z.object({ publicKey: PublicKey, signature: z.string() })),
})
export type SignedSample = z.infer<typeof SignedSample>

/** An entry with what it opens to, and the private key (PKCS #8) of a server that no longer is. */
export const SealedSample = z.strictObject({
  entry: SealedEntry,
  content: EntryContent,
  /** Of the header, as the next entry names it. */
  entryHash: z.string(),
  publicKey: PublicKey,
  privateKey: z.string(),
})
export type SealedSample = z.infer<typeof SealedSample>

/** A whole stream with the head that says its root. */
export const RootSample = PullStreamAnswer

const AnswerSample = z.object({
  place: z.object({
    municipality: MunicipalityId,
    path: z.string(),
    nonce: z.string(),
    body: z.string(),
  }),
  kid: KeyId,
})

const EnrolmentSample = z.object({
  nonce: z.string(),
  keys: z.object({
    municipality: MunicipalityId,
    employeeId: EmployeeId,
    deviceId: DeviceId,
    devicePublicKey: PublicKey,
    authorPublicKey: PublicKey,
    recipientPublicKey: PublicKey,
  }),
})

const SessionSample = z.object({
  nonce: z.string(),
  place: z.object({ municipality: MunicipalityId, employeeId: EmployeeId, deviceId: DeviceId }),
})

type SignedBytes = (value: unknown, hasher: Hasher) => Uint8Array | Promise<Uint8Array>

/** Everything that anybody signs, and how today's code makes the bytes of it. */
export const signedKinds = {
  keySet: (value, hasher) => statementBytes(SignedKeySet.parse(value).keySet, hasher),
  deviceCredential: (value, hasher) => statementBytes(Credential.parse(value).subject, hasher),
  authorCredential: (value, hasher) => statementBytes(Credential.parse(value).subject, hasher),
  recipientCredential: (value, hasher) => statementBytes(Credential.parse(value).subject, hasher),
  head: (value, hasher) => statementBytes(SignedHead.parse(value).head, hasher),
  answer: (value, hasher) => {
    const { place, kid } = AnswerSample.parse(value)
    return answerBytes(place, kid, hasher)
  },
  enrolment: (value, hasher) => {
    const { keys, nonce } = EnrolmentSample.parse(value)
    return enrolmentProofBytes(keys, nonce, hasher)
  },
  session: (value, hasher) => {
    const { place, nonce } = SessionSample.parse(value)
    return sessionProofBytes(place, nonce, hasher)
  },
  entry: (value, hasher) => headerBytes(SealedEntry.parse(value).header, hasher),
  push: (value, hasher) => pushBytes(PushEntries.parse(value), hasher),
} satisfies Record<string, SignedBytes>
export type SignedKind = keyof typeof signedKinds

export const signedKindNames = Object.keys(signedKinds).filter(
  (name): name is SignedKind => name in signedKinds,
)

/** What lies in `signed/`, by the beginning of the files' names. */
export function goldenSigned(
  version: number,
  beginning: string,
): { file: string; value: unknown }[] {
  const folder = join(versionFolder(version), 'signed')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.startsWith(`${beginning}.`))
    .map((file) => ({ file, value: JSON.parse(readFileSync(join(folder, file), 'utf8')) }))
}
