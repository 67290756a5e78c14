import { expect, test } from 'vitest'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import { hashText } from '#domain/base/hasher.ts'
import { contextBytes, entryHash } from '#domain/entries/entry.ts'
import { EntryContent } from '#domain/entries/entry-content.ts'
import { sealedHash, sealingInfo } from '#domain/entries/sealing.ts'
import { bytesFromBase64Url } from '#domain/base/base64url.ts'
import { isKeySetOf, SignedKeySet } from '#domain/trust/key-set.ts'
import { rootOf } from '#domain/streams/stream-root.ts'
import { webSignatureCheck } from '#sealing/es256.ts'
import { hpkeOpen, importRecipientPair } from '#sealing/hpke.ts'
import { goldenVersions } from '../golden/golden-files.ts'
import {
  goldenSigned,
  RootSample,
  SealedSample,
  SignedSample,
  signedKindNames,
  signedKinds,
} from '../golden/signed-samples.ts'
import { nodeHasher } from '../support/node-hasher.ts'
import { leavesOf } from '../support/leaves-of.ts'

const samplesOf = (beginning: string) =>
  goldenVersions.flatMap((version) =>
    goldenSigned(version, beginning).map(
      ({ file, value }) => [`version ${version}: ${file}`, value] as const,
    ),
  )
const signed = signedKindNames.flatMap((kind) => samplesOf(kind))
const sealed = samplesOf('sealed')

test.each(signedKindNames)('what was signed as %s is among the golden files', (kind) => {
  expect(samplesOf(kind).length).toBeGreaterThan(0)
})

test.each(signed)('%s is signed over the same bytes as ever', async (_name, stored) => {
  const { kind, value, text, signatures } = SignedSample.parse(stored)
  const name = signedKindNames.find((one) => one === kind)
  if (name === undefined) throw new Error(`Nothing is signed as ${kind}`)

  const bytes = new Uint8Array(await signedKinds[name](value, nodeHasher))

  expect(Buffer.from(bytes).toString('utf8')).toBe(text)
  expect(signatures.length).toBeGreaterThan(0)
  for (const { publicKey, signature } of signatures) {
    expect(await webSignatureCheck.isSignedBy(publicKey, signature, bytes)).toBe(true)
  }
})

test.each(samplesOf('keySet'))('%s names its keys by their thumbprints', async (_name, stored) => {
  const set = SignedKeySet.parse(SignedSample.parse(stored).value)

  const tools = { signatures: webSignatureCheck, hasher: nodeHasher }

  expect(await isKeySetOf(set, set.keySet.kid, tools)).toBe(true)
})

test.each(sealed)('%s opens, and the next entry follows it', async (_name, stored) => {
  const sample = SealedSample.parse(stored)
  const { entry, content } = sample
  const { pair } = await importRecipientPair(
    new Uint8Array(Buffer.from(sample.privateKey, 'base64')),
  )
  const box = {
    encapsulatedKey: bytesFromBase64Url(entry.encapsulatedKey),
    sealed: bytesFromBase64Url(entry.sealed),
  }

  const opened = await hpkeOpen(
    pair,
    sealingInfo.entry,
    box,
    contextBytes(entry.header, nodeHasher),
  )

  expect(opened === null ? null : Buffer.from(opened).toString('utf8')).toBe(canonicalJson(content))
  expect(await sealedHash(entry, nodeHasher)).toBe(entry.header.sealedHash)
  expect(await entryHash(entry.header, nodeHasher)).toBe(sample.entryHash)
})

test('a sealed entry of each kind of content is among the golden files', () => {
  const kinds = new Set(sealed.map(([, stored]) => SealedSample.parse(stored).content.kind))

  expect(kinds).toEqual(
    new Set(EntryContent.def.options.flatMap(({ def }) => [...def.shape.kind.def.values])),
  )
})

test.each(samplesOf('root'))('%s has the root that its head says', async (_name, stored) => {
  const answer = RootSample.parse(stored)
  if (answer.kind !== 'buckets') throw new Error(answer.kind)
  const { documents, head } = answer

  const root = await rootOf(await leavesOf(documents, nodeHasher), nodeHasher)
  const hashes = await Promise.all(
    documents.map(({ body }) => hashText(canonicalJson(body), nodeHasher)),
  )

  expect(documents.length).toBeGreaterThan(2)
  expect(root).toBe(head.head.root)
  expect(documents.map(({ bodyHash }) => bodyHash)).toEqual(hashes)
})
