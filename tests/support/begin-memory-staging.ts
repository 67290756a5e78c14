import type { StreamHolder } from '#domain/trust/stream-holders.ts'
import type { Staging } from '#storage/replica/replica-store.ts'
import type { ReplicaDisk } from './replica-disk.ts'
import { type Reader, type ReaderSession, rememberMade, savePins } from './replica-pins.ts'
import { type SharingOptions, copiesFor, withMe } from './share-memory-keys.ts'

/** `beginStaging` of `ReplicaStore`. Nothing begins when another page has begun or shown something meanwhile. */
export async function beginMemoryStaging(
  staging: Staging,
  holders: readonly StreamHolder[],
  {
    disk,
    session,
    reader,
    sharing,
    pause,
    emptiesShown,
  }: {
    disk: ReplicaDisk
    session: ReaderSession
    reader: Reader
    sharing: SharingOptions
    pause: () => Promise<void>
    /** As if a build were made in the place of what is shown. */
    emptiesShown: boolean
  },
): Promise<void> {
  const { stream } = staging
  const { cache } = disk
  const { newSecret, onSealed } = sharing
  const { employee } = reader
  const before = cache.staged.get(stream)
  const shown = cache.shown.get(stream)
  if (staging.kind === 'delta') {
    if (shown === undefined) return
    const about = { gen: shown.gen, employee, key: newSecret() }
    cache.staged.set(stream, { staging, ...about, chunks: [], changes: [] })
  } else {
    const gen = Math.max(shown?.gen ?? 0, before?.gen ?? 0) + 1
    const about = { stream, gen, key: newSecret() }
    const copies = withMe(reader, await copiesFor(disk, reader, holders, about, sharing), about)
    const to = copies.map((copy) => ({ employee: copy.employee, keyId: copy.sealedTo }))
    rememberMade(disk, session, reader, about, to)
    savePins(disk, session, reader)
    await pause()
    const isSame = cache.shown.get(stream) === shown && cache.staged.get(stream) === before
    if (!isSame) return
    cache.copies = [...cache.copies, ...copies]
    onSealed?.(copies)
    cache.staged.set(stream, { staging, gen, employee, key: about.key, chunks: [], changes: [] })
    if (emptiesShown && shown !== undefined) {
      const chunks = shown.chunks.map((chunk) => ({ ...chunk, documents: [] }))
      cache.shown.set(stream, { ...shown, chunks })
    }
  }
  if (before !== undefined && before.gen !== cache.shown.get(stream)?.gen) {
    cache.copies = cache.copies.filter((copy) => copy.stream !== stream || copy.gen !== before.gen)
  }
}
