import type { MunicipalityId } from '#domain/base/ids.ts'
import { openProjection } from '#server/projection/run-projection.ts'
import { sealOpener } from '#server/projection/seal-opener.ts'
import type { Services } from '#server/services.ts'

export type Running = {
  /** What threw, and what was quarantined for throwing again and again. */
  faults: unknown[]
  wake(): void
}

/** Lets the server's own projection run while `work` does; `onDrained` is called whenever nothing waits. */
export async function whileProjecting<Value>(
  { db, keys, sources }: Services,
  municipality: MunicipalityId,
  work: (running: Running) => Promise<Value>,
  onDrained: () => void = () => {},
): Promise<Value> {
  const faults: unknown[] = []
  const projection = openProjection({
    db,
    seals: sealOpener(() => keys.current().sealing),
    world: 'real',
    now: sources.now,
    onAlarm() {},
    onFaulted: (entry) => faults.push(entry),
    onFault: (fault) => faults.push(fault),
    onAwaitingKeys() {},
    onEffects() {},
    onPostponed: onDrained,
  })
  try {
    return await work({ faults, wake: () => projection.wake(municipality) })
  } finally {
    await projection.stop()
  }
}
