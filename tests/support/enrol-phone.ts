import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { type EnrolDevice, EnrolDeviceAnswer } from '#contract/enrol-device.ts'
import { nonceHeader, protocolVersion, syncContentType } from '#contract/protocol.ts'
import { ReadServerKeysAnswer } from '#contract/read-server-keys.ts'
import { StartEnrolmentAnswer } from '#contract/start-enrolment.ts'
import { routes } from '#contract/routes.ts'
import { DeviceId, type EmployeeId, type MunicipalityId } from '#domain/base/ids.ts'
import { type EnrolmentKeys, enrolmentProofBytes } from '#domain/trust/enrolment-proof.ts'
import type { SignedKeySet } from '#domain/trust/key-set.ts'
import { type TestCrypto, type TestKey, fastHasher } from './test-crypto.ts'
import { testMunicipality } from './test-server.ts'

type Headers = Record<string, string>

export type PhoneKeys = { device: TestKey; author: TestKey; recipient: TestKey }

/** The keys of one employee on one phone. */
export async function phoneKeys({ makeKey }: Pick<TestCrypto, 'makeKey'>): Promise<PhoneKeys> {
  return { device: await makeKey(), author: await makeKey(), recipient: await makeKey() }
}

/** The keys that the server says are its own, as whoever pins them for the first time believes it. */
export async function readServerKeys(server: FastifyInstance): Promise<SignedKeySet> {
  const answer = await server.inject({
    method: 'POST',
    url: routes.readServerKeys.path,
    headers: { 'content-type': syncContentType, [nonceHeader]: 'keys' },
    payload: { protocol: protocolVersion },
  })
  return ReadServerKeysAnswer.parse(answer.json()).keySet
}

export async function startEnrolment(server: FastifyInstance, headers: Headers): Promise<string> {
  const answer = await server.inject({ method: 'POST', url: routes.startEnrolment.path, headers })
  return StartEnrolmentAnswer.parse(answer.json()).nonce
}

/** A request that proves that the phone has its keys. */
export async function provenRequest(
  keys: PhoneKeys,
  nonce: string,
  employeeId: EmployeeId,
  deviceId = DeviceId.parse(randomUUID()),
  municipality: MunicipalityId = testMunicipality,
): Promise<EnrolDevice> {
  const { device, author, recipient } = keys
  const publicKeys = {
    devicePublicKey: device.publicKey,
    authorPublicKey: author.publicKey,
    recipientPublicKey: recipient.publicKey,
  }
  const about: EnrolmentKeys = {
    municipality,
    employeeId,
    deviceId,
    ...publicKeys,
  }
  const bytes = enrolmentProofBytes(about, nonce, fastHasher)
  return {
    deviceId,
    label: 'Jobbtelefon Nord 2 – 04',
    ...publicKeys,
    nonce,
    deviceSignature: await device.sign(bytes),
    authorSignature: await author.sign(bytes),
  }
}

export function sendEnrolment(server: FastifyInstance, headers: Headers, payload: EnrolDevice) {
  return server.inject({ method: 'POST', url: routes.enrolDevice.path, headers, payload })
}

/** Enrols an employee on a phone, as the app does it. */
export async function enrolPhone(
  server: FastifyInstance,
  headers: Headers,
  keys: PhoneKeys,
  employeeId: EmployeeId,
  deviceId?: DeviceId,
  municipality?: MunicipalityId,
): Promise<EnrolDeviceAnswer> {
  const nonce = await startEnrolment(server, headers)
  const request = await provenRequest(keys, nonce, employeeId, deviceId, municipality)
  return EnrolDeviceAnswer.parse((await sendEnrolment(server, headers, request)).json())
}
