import { unlimitedRate } from '../../support/unlimited-rate.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { protocolVersion } from '#contract/protocol.ts'
import { pushBytes } from '#contract/push-entries.ts'
import { Base64Url } from '#domain/base/base64url.ts'
import { EntryContext, contextBytes } from '#domain/entries/entry.ts'
import { MunicipalityId } from '#domain/base/ids.ts'
import type { PublicKey } from '#domain/entries/credential.ts'
import { keyIdOf } from '#domain/entries/sealing.ts'
import { checkPush } from '#server/inbox/check-push.ts'
import { vouchFor, webSignatures } from '#server/inbox/web-signatures.ts'
import { openServerKeys } from '#server/keys/keys.ts'
import { sealOpener } from '#server/projection/seal-opener.ts'
import type { EnrolmentAnswer, EnrolmentRequest } from '#domain/vault/enrolment.ts'
import { anEntry } from '../../support/an-entry.ts'
import { nodeHasher } from '../../support/node-hasher.ts'
import { aPhone, aProfile, codeOfAnne, noon } from '../../support/test-vault.ts'

const municipality = MunicipalityId.parse('demo')
const dataDir = await mkdtemp(join(tmpdir(), 'beredt-keys-'))
const keys = await openServerKeys(dataDir, noon)
afterAll(() => rm(dataDir, { recursive: true }))

async function named(publicKey: PublicKey) {
  return { publicKey, keyId: await keyIdOf(publicKey, nodeHasher) }
}

/** As the server's own route vouches. */
async function vouch(
  request: EnrolmentRequest,
  { author: { employeeId } }: ReturnType<typeof aProfile>,
): Promise<EnrolmentAnswer> {
  const { deviceId, devicePublicKey, authorPublicKey, recipientPublicKey } = request
  const shared = { municipality, deviceId, issuedAt: noon }
  const device = { ...shared, expiresAt: noon, ...(await named(devicePublicKey)) }
  const author = { ...shared, expiresAt: noon, employeeId, ...(await named(authorPublicKey)) }
  const recipient = { ...shared, employeeId, ...(await named(recipientPublicKey)) }
  return {
    municipality,
    device: await vouchFor({ kind: 'device', ...device }, keys.credentials),
    author: await vouchFor({ kind: 'author', ...author }, keys.credentials),
    recipient: await vouchFor({ kind: 'recipient', ...recipient }, keys.credentials),
  }
}

test("what the vault signs and seals passes the server's own checks and opens with its own key", async () => {
  const profile = aProfile()
  const vault = await aPhone().openVault()
  const prepared = await vault.access.prepareEnrolment({
    challenge: { municipality, nonce: 'n'.repeat(43), keySet: keys.signed },
    expectedRoot: keys.signed.keySet.kid,
    profile,
    code: codeOfAnne,
    label: 'Telefon',
  })
  if (!prepared.ok) throw new Error(`Not prepared: ${prepared.refusal.kind}`)
  const completed = await vault.access.completeEnrolment(await vouch(prepared.value, profile))
  if (!completed.ok) throw new Error(`Not completed: ${completed.refusal.kind}`)
  const entry = anEntry(profile.author.employeeId)
  await vault.entries.add(entry)
  const limits = { entries: 100, bytes: 512 * 1024, without: new Set<never>() }
  const [pending] = await vault.outbox.listPendingPushes(limits)
  if (pending === undefined) throw new Error('Nothing is pending.')
  const { deviceId, device, authors, entries, noticesAfter } = pending
  const push: Parameters<typeof pushBytes>[0] = {
    protocol: protocolVersion,
    device,
    authors,
    entries,
    taken: [],
    noticesAfter,
    sentAt: noon,
  }
  const signature = await vault.outbox.signAsDevice(deviceId, pushBytes(push, nodeHasher))

  const checked = await checkPush(
    { ...push, signature: Base64Url.parse(signature) },
    {
      signatures: webSignatures(() => keys.signed.keySet),
      hasher: nodeHasher,
      municipality,
      rate: unlimitedRate,
    },
  )

  expect(checked).toMatchObject({
    ok: true,
    value: [{ reason: null, author: { employeeId: profile.author.employeeId } }],
  })
  const [sent] = entries
  if (sent === undefined) throw new Error('Nothing was sent.')
  const context = contextBytes(EntryContext.parse(sent.header), nodeHasher)
  const opened = await sealOpener(() => keys.sealing).open(sent, context)
  expect(JSON.parse(opened ?? 'null')).toEqual(entry.content)
})
