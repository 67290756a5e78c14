import type { MunicipalityId } from '#domain/base/ids.ts'
import { openProjection } from '#server/projection/run-projection.ts'
import { sealOpener } from '#server/projection/seal-opener.ts'
import type { Services } from '#server/services.ts'

type Running = {
  /** What threw, and what was quarantined for throwing again and again. */
  faults: unknown[]
  wake(): void
}

/** Lets the server's own projection run while `work` does, which hears when nothing waits. */
export async function whileProjecting<Value>(
  { db, keys, sources }: Services,
  municipality: MunicipalityId,
  work: (running: Running, drained: Promise<void>) => Promise<Value>,
): Promise<Value> {
  const faults: unknown[] = []
  const { promise: drained, resolve } = withResolvers()
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
    onPostponed: resolve,
  })
  try {
    return await work({ faults, wake: () => projection.wake(municipality) }, drained)
  } finally {
    await projection.stop()
  }
}

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
