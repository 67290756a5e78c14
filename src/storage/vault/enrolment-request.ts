import type { KeyId } from '#domain/base/ids.ts'
import { enrolmentProofBytes } from '#domain/trust/enrolment-proof.ts'
import { isKeySetOf } from '#domain/trust/key-set.ts'
import type { TrustTools } from '#domain/trust/signatures.ts'
import type {
  EnrolmentAnswer,
  EnrolmentChallenge,
  EnrolmentRequest,
} from '#domain/vault/enrolment.ts'
import { sign } from '../crypto/signing-key.ts'
import type { DeviceRow, EmployeeRow } from '../databases/outbox-database.ts'
import { isAbout, isVouchedFor } from '../trust/credentials.ts'
import type { OpenKeys } from './employee.ts'

/** An enrolment that the server has not answered. It is in memory only, so an app that was killed asks again. */
export type Pending = {
  employee: OpenKeys
  device: DeviceRow
  challenge: EnrolmentChallenge
  row: EmployeeRow
  label: string
  /** A renewal vouches anew for keys that are stored already. */
  isRenewal: boolean
}

/** True when the challenge's keys are rightly signed by the root that is expected, or by the one that it names. */
export function isOfRoot(
  { keySet }: EnrolmentChallenge,
  expectedRoot: KeyId | null,
  tools: TrustTools,
): Promise<boolean> {
  return isKeySetOf(keySet, expectedRoot ?? keySet.keySet.kid, tools)
}

/** The request, in which device and author sign that they have their keys. */
export async function requestOf(
  { employee, device, challenge, row, label }: Pending,
  { hasher }: TrustTools,
): Promise<EnrolmentRequest> {
  const keys = {
    deviceId: device.id,
    devicePublicKey: device.publicKey,
    authorPublicKey: row.author.publicKey,
    recipientPublicKey: employee.publicKey,
  }
  const { municipality, nonce } = challenge
  const about = { ...keys, municipality, employeeId: employee.employeeId }
  const bytes = enrolmentProofBytes(about, nonce, hasher)
  const [deviceSignature, authorSignature] = await Promise.all([
    sign(device.signingKey, bytes),
    sign(employee.author.key, bytes),
  ])
  return { ...keys, label, nonce, deviceSignature, authorSignature }
}

/** The enrolment with a new challenge of the same server; null when it is another server's, or of older keys than those met. */
export async function withChallenge(
  pending: Pending,
  challenge: EnrolmentChallenge,
  tools: TrustTools,
): Promise<Pending | null> {
  const { municipality, keySet: met } = pending.challenge
  const isSame =
    challenge.municipality === municipality && (await isOfRoot(challenge, met.keySet.kid, tools))
  return isSame && challenge.keySet.keySet.version >= met.keySet.version
    ? { ...pending, challenge }
    : null
}

/** notRequested: the answer is about other keys than the request's. unknownServer: its server's keys did not sign it. */
export async function judgeAnswer(
  { employee, device, challenge, row }: Pending,
  answer: EnrolmentAnswer,
  tools: TrustTools,
): Promise<'valid' | 'notRequested' | 'unknownServer'> {
  const { employeeId } = employee
  const { municipality } = challenge
  const place = { municipality, deviceId: device.id }
  const isAnswer =
    answer.municipality === municipality &&
    isAbout(answer.device, { ...place, kind: 'device', publicKey: device.publicKey }) &&
    isAbout(answer.author, {
      ...place,
      kind: 'author',
      publicKey: row.author.publicKey,
      employeeId,
    }) &&
    isAbout(answer.recipient, {
      ...place,
      kind: 'recipient',
      publicKey: employee.publicKey,
      employeeId,
    })
  if (!isAnswer) return 'notRequested'
  const all = [answer.device, answer.author, answer.recipient]
  const { keySet } = challenge.keySet
  const vouched = await Promise.all(all.map((one) => isVouchedFor(one, keySet, tools)))
  return vouched.every(Boolean) ? 'valid' : 'unknownServer'
}
