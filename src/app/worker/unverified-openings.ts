import { EntryId } from '#domain/base/ids.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { World } from '#domain/base/world.ts'
import { unverifiedOpenedForm } from '#domain/entries/entry-content.ts'
import { type StreamId, streamOf } from '#domain/streams/stream.ts'
import type { DeviceClock } from '#domain/time/device-clock.ts'
import { isStorageFailure } from './lists/storage-failure.ts'
import type { CardOpenings, OpeningRefusal } from '#app/bridge/card-openings.ts'
import type { Vault } from '#storage/vault/open-vault.ts'

/**
 * The streams that an employee has opened though they cannot be verified. Each is logged before it opens, and stays
 * open for her as long as the worker lives.
 */
export function unverifiedOpenings(
  vault: Pick<Vault, 'access' | 'entries'>,
  { clock, world, randomUuid }: { clock: DeviceClock; world: World; randomUuid(): string },
): Pick<CardOpenings, 'openUnverified'> & { isOpened(stream: StreamId): Promise<boolean> } {
  /** By employee, because a colleague may unlock the same worker. */
  const opened = new Set<string>()

  async function log(stream: StreamId): Promise<Result<null, OpeningRefusal>> {
    const unlocked = await vault.access.findUnlocked()
    if (unlocked === null) return refused({ kind: 'locked' })
    const place = streamOf(stream)
    const openedAt = clock.now()
    const added = await vault.entries.add({
      entryId: EntryId.parse(randomUuid()),
      content: {
        kind: 'unverifiedOpened',
        author: unlocked.profile.author,
        stream,
        openedAt,
      },
      form: unverifiedOpenedForm,
      zone: place.kind === 'zone' ? place.zone : null,
      incident: null,
      world,
    })
    if (!added.ok) return added
    opened.add(`${unlocked.employeeId}/${stream}`)
    return accepted(null)
  }

  return {
    async openUnverified(streams) {
      for (const stream of streams) {
        try {
          const logged = await log(stream)
          if (!logged.ok) return logged
        } catch (error) {
          if (isStorageFailure(error)) return refused({ kind: 'storageFailed' })
          throw error
        }
      }
      return accepted(null)
    },

    async isOpened(stream) {
      const unlocked = await vault.access.findUnlocked()
      return unlocked !== null && opened.has(`${unlocked.employeeId}/${stream}`)
    },
  }
}
