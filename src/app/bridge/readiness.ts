import type { EmployeeId } from '#domain/base/ids.ts'
import { Instant } from '#domain/time/instant.ts'
import type { ZoneName } from '#domain/roster/zone-name.ts'
import type { Core } from '#app/worker/device-core.ts'
import type { Reading } from './reading.ts'

/** How far the five first proofs have come, read from the device itself. */
export type Readiness = {
  name: string
  title: string | null
  zones: { name: ZoneName; patients: number | null }[]
  asOf: Instant | null
  cards: number | null
  forms: number | null
  details: { done: number; of: number }
}

/** Null while locked. */
export async function readReadiness(core: Core): Promise<Readiness | null> {
  const unlocked = await core.vault.findUnlocked()
  if (unlocked === null) return null
  const { author, zones } = unlocked.profile
  const [overview, cards, forms, details] = await Promise.all([
    core.queries.overview(null),
    core.reader.listCards(),
    core.reader.listForms(),
    core.queries.detailsProgress(),
  ])
  const perZone = await Promise.all(
    zones.map(async ({ id, name }) => ({
      name,
      patients: countOf(await core.reader.listPatients(id)),
    })),
  )
  return {
    name: author.name,
    title: author.title,
    zones: perZone,
    asOf: overview.kind === 'open' ? overview.value.asOf : null,
    cards: countOf(cards),
    forms: countOf(forms),
    details,
  }
}

function countOf(reading: Reading<unknown[]>): number | null {
  return reading.kind === 'open' ? reading.value.length : null
}

const key = (employee: EmployeeId) => `beredt.ready.${employee}`

/** When this employee last proved that the phone works without network; null when she never has. */
export const readyProof = {
  find(employee: EmployeeId): Instant | null {
    const stored = Instant.safeParse(localStorage.getItem(key(employee)))
    return stored.success ? stored.data : null
  },
  keep(employee: EmployeeId, at: Instant): void {
    localStorage.setItem(key(employee), at)
  },
}
