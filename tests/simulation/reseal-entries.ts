import { EntryId } from '#domain/base/ids.ts'
import { appendSealed } from '../support/append-entry.ts'
import type { OutboxRow } from '../support/memory-outbox-store.ts'
import type { Device } from './phone.ts'
import type { RunContext } from './run-context.ts'
import { sealingCrypto } from './write-entry.ts'

/** What was sealed to a key that the server has lost is sealed again, from the author's own copy, once each. */
export async function resealEntries(context: RunContext, device: Device): Promise<void> {
  const { random, without } = context
  const [author] = device.staff
  if (without === 'reseals' || author === undefined) return
  const held = new Set(author.pinned.keySet.sealing.real.map(({ keyId }) => keyId))
  for (const [original, family] of byOriginal(device)) {
    // A person decides about a conflict, but not about one between repetitions: where a phone and its clone both repeat,
    // their numbers are taken, and each repeats once more under the id that it goes on under. What was quarantined may
    // be unknown to a server that was restored since.
    const isDecided = family.some((row) => !isRepetition(row) && row.state === 'conflict')
    const isLost = family.every((row) => {
      const { serverKeyId, deviceId } = row.entry.header
      const isRefused = isRepetition(row) && row.state === 'conflict'
      return !held.has(serverKeyId) || (isRefused && deviceId !== device.outbox.current)
    })
    const [first] = family
    if (isDecided || !isLost || first === undefined || first.own === null) continue
    await appendSealed(device.outbox, sealingCrypto(context, author), {
      ...first.entry.header,
      entryId: EntryId.parse(random.uuid()),
      reseals: original,
      content: first.own,
    })
  }
}

function isRepetition({ entry }: OutboxRow): boolean {
  return entry.header.reseals !== null
}

function byOriginal(device: Device): Map<EntryId, OutboxRow[]> {
  const families = new Map<EntryId, OutboxRow[]>()
  for (const { rows } of device.outbox.lines.values()) {
    for (const row of rows) {
      const original = row.entry.header.reseals ?? row.entry.header.entryId
      families.set(original, [...(families.get(original) ?? []), row])
    }
  }
  return families
}
