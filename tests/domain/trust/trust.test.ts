import { expect, test } from 'vitest'
import { Base64Url } from '#domain/base/base64url.ts'
import { MunicipalityId } from '#domain/base/ids.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { isKeySetOf } from '#domain/trust/key-set.ts'
import { answerBytes, checkAnswer, readAnswerSignature } from '#domain/trust/signed-answer.ts'
import { isBelow, isHeadOf } from '#domain/trust/stream-head.ts'
import { webSignatureCheck } from '#sealing/es256.ts'
import { newStoredKey } from '#server/keys/key-files.ts'
import { signKeySet } from '#server/keys/sign-key-set.ts'
import { statementSigner } from '#server/keys/statement-signer.ts'
import { signHead } from '#server/streams/sign-head.ts'
import { emptyState } from '#server/streams/stream-store.ts'
import { noon } from '../../support/a-patient.ts'
import { nodeHasher } from '../../support/node-hasher.ts'
import { newServerKeys } from '../../support/web-crypto.ts'

const trust = { signatures: webSignatureCheck, hasher: nodeHasher }
const keys = await newServerKeys()
const { signed } = keys
const { keySet } = signed
const stranger = await newServerKeys()
const stream = StreamId.parse('testby/real/nord-1/critical')
const head = await signHead(stream, emptyState, {
  signer: statementSigner(keys.signing),
  trust,
  now: noon,
})

test('a key set holds for the root that signed it, and for no other', async () => {
  const raised = { ...signed, keySet: { ...keySet, version: 2 } }
  const [signing] = keySet.signing
  if (signing === undefined) throw new Error('No signing key')
  const renamed = { ...keySet, signing: [{ ...signing, publicKey: stranger.signing.publicKey }] }
  const misnamed = await signKeySet(renamed, await newStoredKey())

  expect(await isKeySetOf(signed, keySet.kid, trust)).toBe(true)
  expect(await isKeySetOf(stranger.signed, keySet.kid, trust)).toBe(false)
  expect(await isKeySetOf(raised, keySet.kid, trust)).toBe(false)
  expect(await isKeySetOf({ ...signed, rootKey: stranger.signed.rootKey }, keySet.kid, trust)).toBe(
    false,
  )
  // A key under another key's name, signed by a root of its own.
  expect(await isKeySetOf(misnamed, misnamed.keySet.kid, trust)).toBe(false)
})

test('a head holds for its own stream and unchanged, by a key of the set', async () => {
  const other = StreamId.parse('testby/real/nord-2/critical')
  const older = { ...head, head: { ...head.head, time: plusMinutes(noon, 60) } }

  expect(await isHeadOf(head, stream, keySet, trust)).toBe(true)
  expect(await isHeadOf(head, other, keySet, trust)).toBe(false)
  expect(await isHeadOf(older, stream, keySet, trust)).toBe(false)
  expect(await isHeadOf(head, stream, stranger.signed.keySet, trust)).toBe(false)
})

test('what a revoked key signed since its revocation does not hold, and what it signed before does', async () => {
  const { keyId } = keys.signing
  const revokedAt = (since: typeof noon) => ({ ...keySet, revoked: [{ keyId, since }] })

  expect(await isHeadOf(head, stream, revokedAt(noon), trust)).toBe(false)
  expect(await isHeadOf(head, stream, revokedAt(plusMinutes(noon, 1)), trust)).toBe(true)
})

test('an answer holds for one request of one municipality', async () => {
  const place = {
    municipality: MunicipalityId.parse('testby'),
    path: '/api/sync/pull',
    nonce: 'abc',
    body: '{}',
  }
  const { keyId, sign } = statementSigner(keys.signing)
  const signature = { keyId, signature: await sign(await answerBytes(place, keyId, nodeHasher)) }
  const check = (changed: object, set = keySet) =>
    checkAnswer({ ...place, ...changed }, signature, { keySet: set, now: noon }, trust)

  expect(await check({})).toBe('signed')
  expect(await check({ nonce: 'abd' })).toBe('forged')
  expect(await check({ path: '/api/sync/streams' })).toBe('forged')
  expect(await check({ municipality: 'annenby' })).toBe('forged')
  expect(await check({ body: '{ }' })).toBe('forged')
  expect(await check({}, stranger.signed.keySet)).toBe('unknownKey')
})

test.each([null, '', 'a', 'k'.repeat(43), `${'k'.repeat(43)}.+`, `${'k'.repeat(43)}.a.b`])(
  'the header %s is no signature',
  (header) => {
    expect(readAnswerSignature(header)).toBeNull()
  },
)

test('a higher epoch is above every seq of a lower one', () => {
  expect(isBelow({ epoch: 1, seq: 90 }, { epoch: 2, seq: 1 })).toBe(true)
  expect(isBelow({ epoch: 2, seq: 1 }, { epoch: 1, seq: 90 })).toBe(false)
  expect(isBelow({ epoch: 1, seq: 1 }, { epoch: 1, seq: 2 })).toBe(true)
  expect(isBelow({ epoch: 1, seq: 2 }, { epoch: 1, seq: 2 })).toBe(false)
})

test('a signature that is no base64url verifies nothing', async () => {
  const bytes = nodeHasher.utf8('{}')

  expect(await webSignatureCheck.isSignedBy(keys.signing.publicKey, 'ÆØÅ', bytes)).toBe(false)
  const off = { ...keys.signing.publicKey, x: Base64Url.parse('a'.repeat(43)) }
  expect(await webSignatureCheck.isSignedBy(off, head.signature, bytes)).toBe(false)
})
