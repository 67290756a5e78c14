import type { StreamId } from '#domain/streams/stream.ts'
import type { StreamHolder } from '#domain/trust/stream-holders.ts'
import { findMade, isHersAlone, withMade } from '#domain/trust/stream-pin.ts'
import type { ReplicaRow, StagingRow } from '../databases/cache-database.ts'
import { findPin, setPin } from '../unlocked/pins.ts'
import type { OpenEmployee } from '../unlocked/unlocked-employee.ts'
import { findStagingKey } from './staging-keys.ts'
import type { Recipient, StreamKeys } from './stream-keys.ts'

/** Notes under her own key that she made a generation, and who got its key: copies on the disk may be gone. */
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
  keys: StreamKeys,
): Promise<boolean> {
  const key = await keys.find(me, { stream, gen })
  if (key === null) return false
  const made = findMade(findPin(me.pins, stream), { gen, key: key.print })
  return isHersAlone(made, holders)
}

/** False for a build of hers whose key somebody has had who is not listed any more. One that she has forgotten is sealed anew later. */
export async function mayGoOn(
  me: OpenEmployee,
  staging: StagingRow,
  holders: readonly StreamHolder[],
): Promise<boolean> {
  if (staging.kind === 'delta') return true
  const key = await findStagingKey(me, staging)
  if (key === null) return true
  const { id: stream, gen } = staging
  const made = findMade(findPin(me.pins, stream), { gen, key: key.print })
  return made === null || isHersAlone(made, holders)
}
