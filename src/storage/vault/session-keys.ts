import { sessionProofBytes } from '#domain/trust/session-proof.ts'
import type { TrustTools } from '#domain/trust/signatures.ts'
import type { SessionKeys } from '#domain/vault/session-proof.ts'
import { sign } from '../crypto/signing-key.ts'
import { type OutboxDatabase, findDevice } from '../databases/outbox-database.ts'
import type { Supervisor } from '../databases/supervisor.ts'
import { getDevice } from '../outbox/device.ts'
import type { LockWatch } from '../unlocked/lock-watch.ts'
import type { OpenEmployee, UnlockedEmployee } from '../unlocked/unlocked-employee.ts'

type SessionKeyServices = {
  outbox: Supervisor<OutboxDatabase>
  unlocked: UnlockedEmployee
  tools: TrustTools
  watch: LockWatch
}

/** The keys of the employee who has unlocked, and of no other: theirs are not open. */
export function sessionKeys({ outbox, unlocked, tools, watch }: SessionKeyServices): SessionKeys {
  async function findUnlockedHere() {
    await watch.check()
    const employee = unlocked.find()
    return employee === null ? null : findHere(employee, outbox)
  }
  return {
    async findCredentials() {
      const here = await findUnlockedHere()
      return here === null ? null : { device: here.device, author: here.author }
    },

    async prove(nonce) {
      const here = await findUnlockedHere()
      if (here === null) return null
      const { device, author, employee, row } = here
      const { municipality } = employee.trust
      const place = { municipality, employeeId: employee.employeeId, deviceId: row.id }
      const bytes = sessionProofBytes(place, nonce, tools.hasher)
      const [deviceSignature, authorSignature] = await Promise.all([
        sign(row.signingKey, bytes),
        sign(employee.author.key, bytes),
      ])
      return { device, author, nonce, deviceSignature, authorSignature }
    },
  }
}

async function findHere(employee: OpenEmployee, outbox: Supervisor<OutboxDatabase>) {
  return outbox.run(async (database) => {
    const here = await findDevice(database)
    if (here === null) return null
    const row = await getDevice(database, here.deviceId)
    const vouched = await database.authors.get([row.id, employee.author.keyId])
    const [device, author] = [row.credential, vouched?.credential ?? null]
    return device === null || author === null ? null : { device, author, employee, row }
  })
}
