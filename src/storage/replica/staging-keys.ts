import type { StreamId } from '#domain/streams/stream.ts'
import { type Sealed, aesOpen, aesSeal } from '../crypto/aes.ts'
import type { StagingRow } from '../databases/cache-database.ts'
import type { OpenEmployee, StreamKey } from '../unlocked/unlocked-employee.ts'
import { streamKeyOf } from './stream-keys.ts'

type StagingPlace = { stream: StreamId; gen: number; session: string }

/** Seals the key that a staging lies under, for the employee who goes on with it. */
export function sealStagingKey(
  me: OpenEmployee,
  place: StagingPlace,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Sealed> {
  return aesSeal(me.keys.pins, bytes, aboutStaging(place))
}

/** Null when another employee began the staging, or it is not what she began. */
export async function findStagingKey(
  me: OpenEmployee,
  { id, gen, session, employeeId, key }: StagingRow,
): Promise<StreamKey | null> {
  if (employeeId !== me.employeeId) return null
  const bytes = await aesOpen(me.keys.pins, key, aboutStaging({ stream: id, gen, session }))
  if (bytes === null) return null
  const found = await streamKeyOf(bytes)
  bytes.fill(0)
  return found
}

function aboutStaging({ stream, gen, session }: StagingPlace): string {
  return `beredt/staging/1/${stream}/${gen}/${session}`
}
