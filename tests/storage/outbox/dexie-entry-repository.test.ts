import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256, OpenError } from '@hpke/core'
import { expect, test } from 'vitest'
import { type Base64Url, bytesFromBase64Url } from '#domain/base/base64url.ts'
import { EntryContent } from '#domain/entries/entry-content.ts'
import {
  EntryContext,
  type SealedEntry,
  contextBytes,
  headerBytes,
  largestEntryBytes,
} from '#domain/entries/entry.ts'
import { nextHlc } from '#domain/time/hlc.ts'
import { millisecondsFromInstant, plusMinutes } from '#domain/time/instant.ts'
import type { PublicKey } from '#domain/entries/credential.ts'
import { sealedHash, sealingInfo } from '#domain/entries/sealing.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import { aDraft, anEntry } from '../../support/an-entry.ts'
import { nodeHasher } from '../../support/node-hasher.ts'
import {
  aPhone,
  aProfile,
  aVouchingServer,
  codeOfAnne,
  enrol,
  noon,
} from '../../support/test-vault.ts'

const server = await aVouchingServer()
const limits = { entries: 100, bytes: 512 * 1024, without: new Set<never>() }

async function anUnlockedPhone() {
  const phone = aPhone()
  const profile = aProfile()
  const vault = await phone.openVault()
  await enrol(vault, server, { profile })
  return { phone, vault, anne: profile.author.employeeId }
}

async function pushOf(vault: Vault) {
  const [push] = await vault.outbox.listPendingPushes(limits)
  const [entry] = push?.entries ?? []
  const [author] = push?.authors ?? []
  if (push === undefined || entry === undefined || author === undefined) {
    throw new Error('Nothing is pending.')
  }
  return { push, entry, author }
}

async function isSignedBy(key: PublicKey, signature: Base64Url | null, entry: SealedEntry) {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const verifying = await crypto.subtle.importKey('jwk', key, algorithm, true, ['verify'])
  const bytes = headerBytes(entry.header, nodeHasher)
  if (signature === null) return false
  const es256 = { name: 'ECDSA', hash: 'SHA-256' }
  return crypto.subtle.verify(es256, verifying, bytesFromBase64Url(signature), bytes)
}

/** As the server opens it: with nothing of the device's but what was sent. */
async function openAtServer(entry: SealedEntry): Promise<unknown> {
  const suite = new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  })
  const opened = await suite.open(
    {
      recipientKey: server.sealing,
      enc: bytesFromBase64Url(entry.encapsulatedKey),
      info: nodeHasher.utf8(sealingInfo.entry),
    },
    bytesFromBase64Url(entry.sealed),
    contextBytes(EntryContext.parse(entry.header), nodeHasher),
  )
  return JSON.parse(new TextDecoder().decode(opened))
}

test('the server opens what the device sealed, and nobody has changed its header', async () => {
  const { vault, anne } = await anUnlockedPhone()
  const entry = anEntry(anne)

  await vault.entries.add(entry)

  const { entry: sent } = await pushOf(vault)
  expect(await openAtServer(sent)).toEqual(entry.content)
  const other = { ...sent, header: { ...sent.header, zone: anEntry(anne).zone, n: 2 } }
  await expect(openAtServer(other)).rejects.toThrow(OpenError)
})

test('an entry is signed by its author and by the device, over a hash of what is sealed', async () => {
  const { vault, anne } = await anUnlockedPhone()

  await vault.entries.add(anEntry(anne))

  const { push, entry, author } = await pushOf(vault)
  expect(await isSignedBy(author.subject.publicKey, entry.authorSignature, entry)).toBe(true)
  expect(await isSignedBy(push.device.subject.publicKey, entry.deviceSignature, entry)).toBe(true)
  expect(entry.header.sealedHash).toBe(await sealedHash(entry, nodeHasher))
  expect(entry.header.authorKeyId).toBe(author.subject.keyId)
})

test('signing takes the draft with it', async () => {
  const { vault, anne } = await anUnlockedPhone()
  const draft = aDraft()
  await vault.drafts.save(draft)

  const added = await vault.entries.add(anEntry(anne, draft))

  expect(added).toMatchObject({ ok: true, value: { entryId: draft.id, n: 1, state: 'sealed' } })
  expect(await vault.drafts.list()).toEqual({ ok: true, value: { drafts: [], damaged: 0 } })
})

test('a draft is signed once, however often that is requested', async () => {
  const { vault, anne } = await anUnlockedPhone()
  const draft = aDraft()

  const answers = await Promise.all([
    vault.entries.add(anEntry(anne, draft)),
    vault.entries.add(anEntry(anne, draft)),
  ])

  // Which of the two is sealed first is nobody's promise.
  expect(answers.filter(({ ok }) => ok).length).toBe(1)
  expect(answers.find(({ ok }) => !ok)).toMatchObject({
    refusal: { kind: 'alreadySigned', entry: { n: 1 } },
  })
})

test('two tabs that sign at the same moment take one number each', async () => {
  const { phone, vault, anne } = await anUnlockedPhone()
  const otherTab = await phone.openVault()
  await otherTab.access.unlock(anne, codeOfAnne)

  const added = await Promise.all(
    [vault, otherTab, vault, otherTab].map((tab) => tab.entries.add(anEntry(anne))),
  )

  const numbers = added.map((answer) => (answer.ok ? answer.value.n : answer.refusal.kind))
  expect(new Set(numbers)).toEqual(new Set([1, 2, 3, 4]))
})

test('her own entries are readable for the author alone', async () => {
  const { vault, anne } = await anUnlockedPhone()
  const entry = anEntry(anne)
  await vault.entries.add(entry)
  const own = await vault.entries.listOwn()
  await enrol(vault, server, { profile: aProfile('Berit Haugen'), code: '271828' })

  expect(own).toMatchObject({
    value: [{ entryId: entry.entryId, content: { kind: 'open', value: entry.content } }],
  })
  expect(await vault.entries.listOwn()).toEqual({ ok: true, value: [] })
  expect(await vault.entries.findOwn(entry.entryId)).toEqual({ ok: true, value: null })
  expect(await vault.entries.listStates()).toHaveLength(1)
})

test('an entry that is too large is refused, and the draft stays', async () => {
  const { vault, anne } = await anUnlockedPhone()
  const draft = aDraft('å'.repeat(largestEntryBytes / 2))
  await vault.drafts.save(draft)

  const added = await vault.entries.add(anEntry(anne, draft))

  expect(added).toMatchObject({
    ok: false,
    refusal: { kind: 'tooLarge', maxBytes: largestEntryBytes },
  })
  expect(await vault.drafts.find(draft.id)).toMatchObject({ ok: true, value: { draft } })
  expect(await vault.outbox.countByState()).toMatchObject({ sealed: 0 })
})

test('nobody signs in the name of another', async () => {
  const { vault } = await anUnlockedPhone()

  const added = await vault.entries.add(anEntry(aProfile().author.employeeId))

  expect(added).toEqual({ ok: false, refusal: { kind: 'notTheAuthor' } })
})

test('a clock that goes back does not change the order of what was written', async () => {
  const { phone, vault, anne } = await anUnlockedPhone()
  const first = anEntry(anne)
  const second = anEntry(anne)
  await vault.entries.add(first)
  phone.passSeconds(-86_400)

  await vault.entries.add(second)

  const own = await vault.entries.listOwn()
  expect(own.ok && own.value.map(({ entryId }) => entryId)).toEqual([second.entryId, first.entryId])
})

test('what is written after something newer was seen is newer still, and so is what follows', async () => {
  const { vault, anne } = await anUnlockedPhone()
  // A colleague's phone, whose clock is an hour ahead.
  const seen = nextHlc(null, millisecondsFromInstant(plusMinutes(noon, 60)))
  const before = await vault.entries.add(anEntry(anne), null)

  const after = await vault.entries.add(anEntry(anne), seen)
  const next = await vault.entries.add(anEntry(anne))

  const [first = '', second = '', third = ''] = [before, after, next].map((added) =>
    added.ok ? added.value.hlc : added.refusal.kind,
  )
  expect([first < seen, seen < second, second < third]).toEqual([true, true, true])
  const { push } = await pushOf(vault)
  expect(push.entries.map(({ header }) => header.hlc)).toEqual([first, second, third])
})

test('what was written at a clock three years ahead is followed until the server has it, and then forgotten', async () => {
  const { phone, vault, anne } = await anUnlockedPhone()
  phone.passSeconds(threeYearsSeconds)
  const first = await vault.entries.add(anEntry(anne))
  phone.passSeconds(-threeYearsSeconds)
  const unsent = await vault.entries.add(anEntry(anne))
  const { push } = await pushOf(vault)
  const receipts = push.entries.map(({ header: { entryId } }) => {
    return { entryId, state: 'acked' as const }
  })
  const answer = { at: noon, durable: null, noticesAfter: 0, noticesCursor: 0 }
  const { deviceId } = push
  await vault.outbox.recordReceipts(deviceId, receipts, answer)
  phone.passSeconds(60)

  const after = await vault.entries.add(anEntry(anne))

  const [wrong = '', following = '', right = ''] = [first, unsent, after].map((added) =>
    added.ok ? added.value.hlc : added.refusal.kind,
  )
  expect(following > wrong).toBe(true)
  expect(right).toBe(nextHlc(null, millisecondsFromInstant(plusMinutes(noon, 1))))
  const own = await vault.entries.listOwn()
  expect(own.ok && own.value.map(({ hlc }) => hlc)).toEqual([right, following, wrong])
})

test('a clock that the server has shown to be years ahead stamps nothing with its years', async () => {
  const { phone, vault, anne } = await anUnlockedPhone()
  phone.passSeconds(threeYearsSeconds)
  await vault.clocks.save({ server: noon, device: phone.clock.now() })

  const added = await vault.entries.add(anEntry(anne))

  expect(added.ok && added.value.hlc).toBe(nextHlc(null, millisecondsFromInstant(noon)))
})

const threeYearsSeconds = 3 * 365 * 86_400

test('a copy that does not open is reported and kept', async () => {
  const { phone, vault, anne } = await anUnlockedPhone()
  const entry = anEntry(anne)
  await vault.entries.add(entry)
  const entries = phone.outbox().entries
  const row = await entries.get(entry.entryId)
  if (row === undefined || row.own === null) throw new Error('There is no copy to damage.')
  row.own.ct.fill(0, 0, 4)
  await entries.put(row)

  const found = await vault.entries.findOwn(entry.entryId)

  expect(found).toMatchObject({ ok: true, value: { content: { kind: 'damaged' } } })
  expect((await entries.get(entry.entryId))?.own).toEqual(row.own)
  expect(EntryContent.safeParse(await openAtServer((await pushOf(vault)).entry)).success).toBe(true)
})
