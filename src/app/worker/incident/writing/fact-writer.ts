import type { FactRefusal, FactWriter } from '#app/bridge/fact-writer.ts'
import { IncidentId } from '#domain/base/ids.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { Unlocked } from '#domain/vault/unlocking.ts'
import { inTurn } from '#storage/in-turn.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import { type CoordinationServices, writeOfIncident } from './coordination-writer.ts'
import { type PersonServices, writeOfPerson } from './person-writer.ts'

type Services = CoordinationServices & PersonServices & { vault: Pick<Vault, 'access' | 'entries'> }

/** Says facts one after another, so that each knows the one before it. */
export function factWriter(services: Services): FactWriter {
  const { vault, randomUuid } = services
  const turn = inTurn()

  function whenUnlocked<Value>(
    write: (unlocked: Unlocked) => Promise<Result<Value, FactRefusal>>,
  ): Promise<Result<Value, FactRefusal>> {
    return turn(async () => {
      const unlocked = await vault.access.findUnlocked()
      return unlocked === null ? refused({ kind: 'locked' }) : write(unlocked)
    })
  }

  return {
    start: (body, at) =>
      whenUnlocked(async (unlocked) => {
        const incident = IncidentId.parse(randomUuid())
        const written = await writeOfIncident({ incident, body, at }, unlocked, services)
        return written.ok ? accepted(written.value.incident) : written
      }),

    sayOfIncident: (saying) =>
      whenUnlocked(async (unlocked) => {
        const written = await writeOfIncident(saying, unlocked, services)
        return written.ok ? accepted(written.value.entryId) : written
      }),

    sayOfPerson: (saying) => whenUnlocked((unlocked) => writeOfPerson(saying, unlocked, services)),
  }
}
