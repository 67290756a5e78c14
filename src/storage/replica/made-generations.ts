import type { StreamId } from '#domain/streams/stream.ts'
import type { StreamHolder } from '#domain/trust/stream-holders.ts'
import { type MadeGeneration, findMade, isHersAlone, withMade } from '#domain/trust/stream-pin.ts'
import type { ReplicaRow, StagingRow } from '../databases/cache-database.ts'
import { joinStoredPins, savePins } from '../trust/stored-pins.ts'
import { findPin, setPin } from '../unlocked/pins.ts'
import type { OpenEmployee } from '../unlocked/unlocked-employee.ts'
import type { ReplicaServices } from './replica-services.ts'
import { findStagingKey } from './staging-keys.ts'
import type { Recipient } from './stream-keys.ts'

/**
 * Notes under her own key that she made a generation, and who gets its key, and stores that before the first copy lies on
 * the disk: whatever becomes of the copies, and wherever the app ends, nobody who ever had a key is forgotten.
 */
export async function storeMade(
  me: OpenEmployee,
  stream: StreamId,
  generation: { gen: number; key: string },
  { recipients, outbox }: { recipients: readonly Recipient[] } & Pick<ReplicaServices, 'outbox'>,
): Promise<void> {
  rememberMade(me, stream, generation, recipients)
  await savePins(me, outbox)
}

/** The same, of a generation that only who knows of it writes to: one that is forgotten is sealed anew. */
export function rememberMade(
  { pins }: OpenEmployee,
  stream: StreamId,
  generation: { gen: number; key: string },
  recipients: readonly Recipient[],
): void {
  const to = recipients.flatMap(({ employeeId, keyId }): StreamHolder[] =>
    keyId === null ? [] : [{ employee: employeeId, keyId }],
  )
  setPin(pins, stream, withMade(findPin(pins, stream), { ...generation, to }))
}

/**
 * True for a generation that she may write to: she made it, and all who ever had its key are listed. The generation of
 * a colleague, or of a stranger who planted what the server once signed, is sealed anew once instead.
 */
export async function mayWriteTo(
  me: OpenEmployee,
  { id: stream, gen }: ReplicaRow,
  holders: readonly StreamHolder[],
  { keys, outbox }: ReplicaServices,
): Promise<boolean> {
  const key = await keys.find(me, { stream, gen })
  if (key === null) return false
  return isHersAlone(await findKnown(me, stream, { gen, key: key.print }, outbox), holders)
}

/** False for a build of hers whose key somebody has had who is not listed any more, and for one that she does not know. */
export async function mayGoOn(
  me: OpenEmployee,
  staging: StagingRow,
  holders: readonly StreamHolder[],
  { outbox }: ReplicaServices,
): Promise<boolean> {
  if (staging.kind === 'delta') return true
  const key = await findStagingKey(me, staging)
  if (key === null) return true
  const { id: stream, gen } = staging
  return isHersAlone(await findKnown(me, stream, { gen, key: key.print }, outbox), holders)
}

/** What she knows of a generation, here or in another tab. */
async function findKnown(
  me: OpenEmployee,
  stream: StreamId,
  generation: { gen: number; key: string },
  outbox: ReplicaServices['outbox'],
): Promise<MadeGeneration | null> {
  const known = findMade(findPin(me.pins, stream), generation)
  if (known !== null) return known
  await joinStoredPins(me, outbox)
  return findMade(findPin(me.pins, stream), generation)
}
