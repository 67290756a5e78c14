import { isKeySetOf } from '#domain/trust/key-set.ts'
import type { ServerTrust } from '#domain/trust/server-trust.ts'
import { type Device, unlockedOn } from './phone.ts'
import type { RunContext } from './run-context.ts'
import { municipality } from './sim-streams.ts'

/** The server's keys as the phone believes them: her own pins while she has unlocked, and what lies in the clear before. */
export function trustOf({ crypto }: RunContext, device: Device): ServerTrust {
  const believed = () => (device.locked ? device.trust : unlockedOn(device).pinned)
  return {
    find: () => Promise.resolve({ municipality, keySet: believed().keySet }),
    async adopt(signed) {
      const { kid, version } = believed().keySet
      const tools = { signatures: crypto.check, hasher: crypto.hasher }
      if (!(await isKeySetOf(signed, kid, tools))) return 'refused'
      if (signed.keySet.version <= version) return 'unchanged'
      if (device.trust.keySet.kid === kid) device.trust = signed
      // Each of them takes it over at her next unlock, from what lies in the clear under her own root.
      for (const enrolled of device.staff) {
        if (enrolled.pinned.keySet.kid === kid) enrolled.pinned = signed
      }
      return 'adopted'
    },
  }
}
