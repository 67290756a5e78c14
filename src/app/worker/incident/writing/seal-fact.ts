import type { FactRefusal } from '#app/bridge/fact-writer.ts'
import { EntryId, type IncidentId, type ZoneId } from '#domain/base/ids.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { World } from '#domain/base/world.ts'
import {
  coordinationFactForm,
  type EntryContent,
  personFactForm,
} from '#domain/entries/entry-content.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import { isStorageFailure } from '../../lists/storage-failure.ts'
import type { Hlc } from '#domain/time/hlc.ts'

export type FactContent = Extract<EntryContent, { kind: 'coordinationFact' | 'personFact' }>

export type SealingServices = {
  vault: Pick<Vault, 'entries'>
  world: World
  randomUuid(): string
  /** Called when a fact is in the outbox. */
  onWritten(): void
}

/** Seals a fact as an entry that is later than `after`, the newest that the phone has seen. On a full disk nothing is said. */
export async function sealFact(
  content: FactContent,
  { incident, zone, after }: { incident: IncidentId; zone: ZoneId | null; after: Hlc | null },
  { vault, world, randomUuid, onWritten }: SealingServices,
): Promise<Result<EntryId, FactRefusal>> {
  const entryId = EntryId.parse(randomUuid())
  const form = content.kind === 'personFact' ? personFactForm : coordinationFactForm
  const entry = { entryId, content, form, zone, incident, world }
  try {
    const added = await vault.entries.add(entry, after)
    if (!added.ok) return added
  } catch (error) {
    if (isStorageFailure(error)) return refused({ kind: 'storageFailed' })
    throw error
  }
  onWritten()
  return accepted(entryId)
}
