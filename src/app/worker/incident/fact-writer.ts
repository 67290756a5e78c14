import type { FactRefusal, FactWriter } from '#app/bridge/fact-writer.ts'
import { EntryId, IncidentId, type ZoneId } from '#domain/base/ids.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { World } from '#domain/base/world.ts'
import {
  coordinationFactForm,
  type EntryContent,
  personFactForm,
} from '#domain/entries/entry-content.ts'
import type { DeviceClock } from '#domain/time/device-clock.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Vault } from '#storage/vault/open-vault.ts'

type WriterServices = {
  clock: DeviceClock
  world: World
  randomUuid(): string
  /** Called when a fact is in the outbox. */
  onWritten(): void
}

type FactContent = Extract<EntryContent, { kind: 'coordinationFact' | 'personFact' }>

/** Seals what an employee says about an incident and about its people as entries, and queues them. */
export function factWriter(
  vault: Pick<Vault, 'access' | 'entries'>,
  { clock, world, randomUuid, onWritten }: WriterServices,
): FactWriter {
  async function write(
    make: (
      said: Pick<FactContent, 'author' | 'at' | 'isTyped' | 'replaces' | 'writtenAt'>,
    ) => FactContent,
    of: { incident: IncidentId; zone: ZoneId | null; at: Instant | null },
  ): Promise<Result<EntryId, FactRefusal>> {
    const unlocked = await vault.access.findUnlocked()
    if (unlocked === null) return refused({ kind: 'locked' })
    const writtenAt = clock.now()
    const content = make({
      author: unlocked.profile.author,
      at: of.at ?? writtenAt,
      isTyped: of.at !== null,
      replaces: [],
      writtenAt,
    })
    const entryId = EntryId.parse(randomUuid())
    const form = content.kind === 'personFact' ? personFactForm : coordinationFactForm
    const { incident, zone } = of
    const added = await vault.entries.add({ entryId, content, form, zone, incident, world })
    if (!added.ok) return added
    onWritten()
    return accepted(entryId)
  }

  return {
    async start(body, at) {
      const incident = IncidentId.parse(randomUuid())
      const written = await write((said) => ({ kind: 'coordinationFact', ...said, body }), {
        incident,
        zone: null,
        at,
      })
      return written.ok ? accepted(incident) : written
    },

    sayOfIncident: ({ incident, body, at }) =>
      write((said) => ({ kind: 'coordinationFact', ...said, body }), { incident, zone: null, at }),

    sayOfPerson: ({ incident, zone, body, at }) =>
      write((said) => ({ kind: 'personFact', ...said, body }), { incident, zone, at }),
  }
}
