import { expect, test } from 'vitest'
import { sessionProofBytes } from '#domain/trust/session-proof.ts'
import { webSignatureCheck } from '#sealing/es256.ts'
import { nodeHasher } from '../../support/node-hasher.ts'
import { aPhone, aProfile, aVouchingServer, enrol } from '../../support/test-vault.ts'

const server = await aVouchingServer()
const nonce = 'n'.repeat(43)

async function aSharedPhone() {
  const vault = await aPhone().openVault()
  const [berit, anne] = [aProfile('Berit Haugen'), aProfile()]
  await enrol(vault, server, { profile: berit, code: '271828' })
  await vault.access.lock()
  await enrol(vault, server, { profile: anne })
  return { vault, anne: anne.author.employeeId, berit: berit.author.employeeId }
}

test('whoever has unlocked proves it with her own key and the phone’s', async () => {
  const { vault, anne } = await aSharedPhone()

  const proof = await vault.sessionKeys.prove(nonce)

  const author = proof?.author.subject
  if (proof === null || author?.kind !== 'author') throw new Error('There is no proof.')
  expect(author.employeeId).toBe(anne)
  const { municipality, deviceId } = author
  const bytes = sessionProofBytes({ municipality, employeeId: anne, deviceId }, nonce, nodeHasher)
  const { device, deviceSignature, authorSignature } = proof
  const check = webSignatureCheck.isSignedBy
  expect(await check(author.publicKey, authorSignature, bytes)).toBe(true)
  expect(await check(device.subject.publicKey, deviceSignature, bytes)).toBe(true)
})

test('a colleague who has unlocked in her turn proves it for herself alone', async () => {
  const { vault, berit } = await aSharedPhone()
  await vault.access.lock()
  await vault.access.unlock(berit, '271828')

  const credentials = await vault.sessionKeys.findCredentials()

  expect(credentials?.author.subject).toMatchObject({ kind: 'author', employeeId: berit })
})

test('a locked phone proves nothing', async () => {
  const { vault } = await aSharedPhone()
  await vault.access.lock()

  expect(await vault.sessionKeys.prove(nonce)).toBeNull()
  expect(await vault.sessionKeys.findCredentials()).toBeNull()
})
