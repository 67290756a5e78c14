import { type Result, accepted, refused } from '#domain/base/result.ts'
import type { EnrolmentInput, EnrolmentRefusal } from '#domain/vault/enrolment.ts'
import type { UnlockRefusal } from '#domain/vault/unlocking.ts'
import { findDevice } from '../databases/outbox-database.ts'
import { getDevice } from '../outbox/device.ts'
import { sealTrust } from '../unlocked/pinned-trust.ts'
import { sealProfile } from './employee.ts'
import type { Pending } from './enrolment-request.ts'
import { type CodeServices, tryCode } from './try-code.ts'

/**
 * Enrols the unlocked employee with a server that has lost its root key. Her code opens the key that she has, and it
 * stays: with it her drafts, her own copies and what she signs by. Only what she believes becomes another.
 */
export async function prepareForNewServer(
  { profile, code, label, challenge, expectedRoot }: EnrolmentInput,
  services: CodeServices,
): Promise<Result<Pending, EnrolmentRefusal>> {
  const me = services.unlocked.find()
  const { employeeId } = profile.author
  if (me === null || me.employeeId !== employeeId) return refused({ kind: 'wrongCode' })
  const { municipality, keySet: signed } = challenge
  const root = signed.keySet.kid
  if (municipality !== me.trust.municipality) return refused({ kind: 'otherServer' })
  // Of the root that she has, she would only lose what she has verified: a server could make her forget it.
  if (root === me.trust.root) return refused({ kind: 'alreadyEnrolled' })
  const tried = await tryCode(employeeId, code, services)
  if (!tried.ok) return refused(refusalOfTry(tried.refusal))
  const { row, employee } = tried.value
  const { identity } = employee.keys
  const trust = { municipality, root, signed, confirmed: expectedRoot !== null }
  const device = await services.outbox.run(async (database) => {
    const here = await findDevice(database)
    if (here === null) throw new Error('Nobody is enrolled here.')
    return getDevice(database, here.deviceId)
  })
  const renewed = {
    ...row,
    profile: await sealProfile(identity, profile),
    trust: await sealTrust(identity, employeeId, trust),
  }
  return accepted({
    employee: { ...employee, profile, trust },
    device,
    challenge,
    row: renewed,
    label,
    isRenewal: false,
  })
}

function refusalOfTry(refusal: UnlockRefusal): EnrolmentRefusal {
  switch (refusal.kind) {
    case 'wrongCode':
      return { kind: 'wrongCode' }
    case 'tooSoon':
    case 'erased':
      return refusal
    case 'notEnrolled':
    case 'keysNotKept':
    case 'keysAltered':
      return { kind: 'keysNotKept' }
  }
}
