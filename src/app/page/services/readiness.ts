import type { EmployeeId } from '#domain/base/ids.ts'
import type { Role } from '#domain/base/role.ts'
import { Instant } from '#domain/time/instant.ts'
import type { Core } from '#app/bridge/core.ts'
import type { HeldCounts } from '#app/bridge/device-queries.ts'
import type { ZoneName } from '#domain/roster/zone-name.ts'

/** The progress of the first five proofs, read from the device itself. */
export type Readiness = Omit<HeldCounts, 'patientsByZone'> & {
  name: string
  title: string | null
  role: Role
  zones: { name: ZoneName; patients: number | null }[]
}

/** Null while locked. */
export async function readReadiness(core: Core): Promise<Readiness | null> {
  const unlocked = await core.vault.findUnlocked()
  if (unlocked === null) return null
  const { author, role, zones } = unlocked.profile
  const { patientsByZone, ...held } = await core.queries.countHeld(zones.map(({ id }) => id))
  return {
    name: author.name,
    title: author.title,
    role,
    zones: zones.map(({ name }, at) => ({ name, patients: patientsByZone[at] ?? null })),
    ...held,
  }
}

const key = (employee: EmployeeId) => `beredt.ready.${employee}`

/** When this employee last proved that the phone works without network; null if never. */
export const readyProof = {
  find(employee: EmployeeId): Instant | null {
    const stored = Instant.safeParse(localStorage.getItem(key(employee)))
    return stored.success ? stored.data : null
  },
  /** New keys have not been proved, whatever was proved with the old ones. */
  forget(employee: EmployeeId): void {
    localStorage.removeItem(key(employee))
  },
  keep(employee: EmployeeId, at: Instant): void {
    localStorage.setItem(key(employee), at)
  },
}
