import { randomUUID } from 'node:crypto'
import type { EnrolDevice } from '#contract/enrol-device.ts'
import { routes } from '#contract/routes.ts'
import { StartEnrolmentAnswer } from '#contract/start-enrolment.ts'
import { DeviceId } from '#domain/base/ids.ts'
import { enrolmentProofBytes } from '#domain/trust/enrolment-proof.ts'
import { nodeHasher } from '../support/node-hasher.ts'
import { newSigner } from './own-keys.ts'
import type { Hired, Town } from './town.ts'

type Keys = Pick<EnrolDevice, 'devicePublicKey' | 'authorPublicKey' | 'recipientPublicKey'>

export async function aNonce({ server }: Town, { headers }: Hired): Promise<string> {
  const answer = await server.inject({ method: 'POST', url: routes.startEnrolment.path, headers })
  return StartEnrolmentAnswer.parse(answer.json()).nonce
}

/** The keys that somebody has made for a phone of her own. */
export async function ownKeys() {
  const [device, author, recipient] = await Promise.all([newSigner(), newSigner(), newSigner()])
  return { device, author, recipient }
}

type Options = {
  keys?: Keys
  deviceId?: DeviceId
  signers?: Pick<Awaited<ReturnType<typeof ownKeys>>, 'device' | 'author' | 'recipient'>
}

/** An enrolment that somebody's own two keys have signed; `keys` may be other ones. */
export async function signedEnrolment(
  town: Town,
  hired: Hired,
  { keys, deviceId = DeviceId.parse(randomUUID()), signers }: Options = {},
): Promise<EnrolDevice> {
  const { municipality } = town
  const { employeeId } = hired.profile.author
  const { device, author, recipient } = signers ?? (await ownKeys())
  const own = {
    devicePublicKey: device.publicKey,
    authorPublicKey: author.publicKey,
    recipientPublicKey: recipient.publicKey,
  }
  const named = { deviceId, ...(keys ?? own) }
  const nonce = await aNonce(town, hired)
  const bytes = enrolmentProofBytes({ municipality, employeeId, ...named }, nonce, nodeHasher)
  return {
    ...named,
    label: 'Jobbtelefon Nord 1 – 05',
    nonce,
    deviceSignature: await device.sign(bytes),
    authorSignature: await author.sign(bytes),
  }
}
