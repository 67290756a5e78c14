import { proxy } from 'comlink'
import type { EmployeeId } from '#domain/base/ids.ts'
import type { Core } from '#app/bridge/core.ts'
import type { EverythingRead } from '#app/bridge/core.ts'
import { lastEmployee } from './last-employee.ts'
import { noSyncYet, type SyncStatus } from '#app/bridge/sync-status.ts'

/** A core that runs, and how to end it with all that it holds. */
export type RunningCore = { core: Core; end(): void }

export type ProofRefusal = { kind: 'wrongCode' } | { kind: 'unreadable'; read: EverythingRead }

export type DeviceHandleServices = {
  startCore(): RunningCore
  /** Both databases' version rows, for live queries: it changes with whatever a screen may show. */
  versions(): Promise<unknown>
}

/** The page's hold on the vault's worker. Locking ends the worker and begins one without keys. */
export function deviceHandle({ startCore, versions }: DeviceHandleServices) {
  const listeners = new Set<() => void>()
  const keepers = new Set<() => Promise<void>>()
  let running = startCore()
  let isOpen = false
  let state = { core: running.core, changes: 0, sync: noSyncYet }
  begin(running.core)

  function show(next: Partial<typeof state>): void {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  function begin(core: Core): void {
    void core.watchSync(
      proxy((sync: SyncStatus) => {
        if (core === state.core) show({ sync })
      }),
    )
    void core.startSync()
  }

  async function lock(): Promise<void> {
    // Whatever hangs, the keys go: ending the worker needs nobody's answer.
    await within(mostMilliseconds, Promise.allSettled([...keepers].map((keep) => keep())))
    await within(mostMilliseconds, state.core.vault.lock())
    running.end()
    isOpen = false
    running = startCore()
    show({ core: running.core, changes: state.changes + 1, sync: noSyncYet })
    begin(running.core)
  }

  return {
    versions,
    isUnlocked: () => isOpen,
    core: () => state.core,
    /** One value for each state, for `useSyncExternalStore`. */
    state: () => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    /** Something changed that no database row tells of: somebody unlocked. */
    changed(): void {
      isOpen = true
      show({ changes: state.changes + 1 })
      void state.core.trigger('unlocked')
    },

    /** Somebody signed in: what was asked for without success is worth asking for again. */
    signedIn(): void {
      void state.core.trigger('requested')
    },

    /** Work that must be done before the keys go: an answer that is not stored yet. */
    beforeLock(keep: () => Promise<void>): () => void {
      keepers.add(keep)
      return () => keepers.delete(keep)
    },

    lock,

    /** Locks, and asks who is there instead of going on with the last. */
    async switchEmployee(): Promise<void> {
      lastEmployee.handOver()
      await lock()
    },

    /** Reads all of it anew in a worker of its own, which no message leaves. */
    async proveWithoutNetwork(
      employeeId: EmployeeId,
      code: string,
      onProgress: (done: number, of: number) => void,
    ): Promise<{ ok: true; read: EverythingRead } | { ok: false; refusal: ProofRefusal }> {
      const alone = startCore()
      try {
        await alone.core.cutNetwork()
        const unlocked = await alone.core.vault.unlock(employeeId, code)
        if (!unlocked.ok) return { ok: false, refusal: { kind: 'wrongCode' } }
        const read = await alone.core.readEverything(proxy(onProgress))
        return read.faults.length === 0
          ? { ok: true, read }
          : { ok: false, refusal: { kind: 'unreadable', read } }
      } finally {
        alone.end()
      }
    },
  }
}

const mostMilliseconds = 2_000

function within(milliseconds: number, work: Promise<unknown>): Promise<unknown> {
  return Promise.race([work, new Promise((resolve) => setTimeout(resolve, milliseconds))])
}

export type DeviceHandle = ReturnType<typeof deviceHandle>
