import type { FastifyInstance } from 'fastify'
import type { EnrolDeviceAnswer } from '#contract/enrol-device.ts'
import { type ResumeSession, StartResumingAnswer } from '#contract/resume-session.ts'
import { routes } from '#contract/routes.ts'
import type { DeviceId, EmployeeId } from '#domain/base/ids.ts'
import { sessionProofBytes } from '#domain/trust/session-proof.ts'
import type { PhoneKeys } from './enrol-phone.ts'
import { fastHasher } from './test-crypto.ts'
import { testMunicipality } from './test-server.ts'

export type Enrolled = {
  keys: PhoneKeys
  employeeId: EmployeeId
  deviceId: DeviceId
  vouched: EnrolDeviceAnswer
}

export function startResuming(server: FastifyInstance, { device, author }: EnrolDeviceAnswer) {
  return server.inject({
    method: 'POST',
    url: routes.startResuming.path,
    payload: { device, author },
  })
}

/** The proof that a phone makes for whoever has unlocked it. */
export async function sessionProof(
  { keys, employeeId, deviceId, vouched }: Enrolled,
  nonce: string,
): Promise<ResumeSession> {
  const place = { municipality: testMunicipality, employeeId, deviceId }
  const bytes = sessionProofBytes(place, nonce, fastHasher)
  return {
    device: vouched.device,
    author: vouched.author,
    nonce,
    deviceSignature: await keys.device.sign(bytes),
    authorSignature: await keys.author.sign(bytes),
  }
}

/** Asks and proves, as the app does it; `cookie` is that of the browser. */
export async function resume(server: FastifyInstance, enrolled: Enrolled, cookie = '') {
  const started = await startResuming(server, enrolled.vouched)
  if (started.statusCode !== 200) return started
  const { nonce } = StartResumingAnswer.parse(started.json())
  return sendProof(server, await sessionProof(enrolled, nonce), cookie)
}

export function sendProof(server: FastifyInstance, payload: ResumeSession, cookie = '') {
  return server.inject({
    method: 'POST',
    url: routes.resumeSession.path,
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
    payload,
  })
}
