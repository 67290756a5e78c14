import type { EnrolDevice } from '#contract/enrol-device.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import type { EmployeeId, MunicipalityId } from '#domain/base/ids.ts'
import { enrolmentProofBytes } from '#domain/trust/enrolment-proof.ts'
import type { SignatureCheck } from '#domain/trust/signatures.ts'

/** Answers whether device key and author key have signed the nonce and all three keys, for this employee and device. */
export async function isProvenEnrolment(
  request: EnrolDevice,
  about: { municipality: MunicipalityId; employeeId: EmployeeId },
  { signatures, hasher }: { signatures: SignatureCheck; hasher: Hasher },
): Promise<boolean> {
  const { devicePublicKey, authorPublicKey, deviceSignature, authorSignature, nonce } = request
  const bytes = enrolmentProofBytes({ ...request, ...about }, nonce, hasher)
  const proofs = await Promise.all([
    signatures.isSignedBy(devicePublicKey, deviceSignature, bytes),
    signatures.isSignedBy(authorPublicKey, authorSignature, bytes),
  ])
  return proofs.every(Boolean)
}
