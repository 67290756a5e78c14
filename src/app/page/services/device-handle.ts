import { proxy } from 'comlink'
import type { EmployeeId } from '#domain/base/ids.ts'
import type { Core } from '#app/bridge/core.ts'
import type { EverythingRead } from '#app/bridge/core.ts'
import type { LockNews, LockNewsChannel } from '#domain/vault/lock-news.ts'
import { lastEmployee } from './remembered/last-employee.ts'
import { noSyncYet, type SyncStatus } from '#app/bridge/sync-status.ts'

/** A running core. `end` ends it and drops everything that it holds. */
export type RunningCore = { core: Core; end(): void }

export type ProofRefusal = { kind: 'wrongCode' } | { kind: 'unreadable'; read: EverythingRead }

type UnlockAnswer = Awaited<ReturnType<Core['vault']['unlock']>>

export type DeviceHandleServices = {
  startCore(): RunningCore
  /** Reads both databases' version rows, for live queries: they change whenever something that a screen shows may have. */
  versions(): Promise<unknown>
  /** To and from the other tabs. */
  news: LockNewsChannel
  /** Hides the screen while another tab's lock takes effect here. */
  cover: { put(): void; take(): void }
}

/**
 * The page's handle of the vault's worker. Locking ends the worker and starts one without keys. It
 * reaches every tab in which the same employee is open.
 */
export function deviceHandle({ startCore, versions, news, cover }: DeviceHandleServices) {
  const listeners = new Set<() => void>()
  const keepers = new Set<() => Promise<void>>()
  let running = startCore()
  let openEmployee: EmployeeId | null = null
  let ending: Promise<void> | null = null
  let state = { core: running.core, changes: 0, sync: noSyncYet, isWiped: false }
  begin(running.core)
  news.listen(({ kind, employeeIds }) => {
    if (openEmployee !== null && employeeIds.includes(openEmployee)) void lockToo(kind)
  })

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
    void core.watchLock(
      proxy(() => {
        if (core === state.core) void lockToo('locked')
      }),
    )
    void core.startSync()
  }

  /** If something hangs, the keys are still dropped: ending the worker waits for no answer. */
  async function end(maxMilliseconds: number, next: 'same' | 'chooses'): Promise<void> {
    if (maxMilliseconds > 0) {
      await within(maxMilliseconds, Promise.allSettled([...keepers].map((keep) => keep())))
      await within(maxMilliseconds, Promise.allSettled([state.core.vault.lock(next)]))
    }
    running.end()
    openEmployee = null
    running = startCore()
    show({ core: running.core, changes: state.changes + 1, sync: noSyncYet, isWiped: false })
    begin(running.core)
  }

  function endOnce(maxMilliseconds: number, next: 'same' | 'chooses' = 'same'): Promise<void> {
    ending ??= end(maxMilliseconds, next).finally(() => {
      ending = null
    })
    return ending
  }

  function lock(next?: 'chooses'): Promise<void> {
    if (openEmployee !== null) news.tell({ kind: 'locked', employeeIds: [openEmployee] })
    return endOnce(maxLockMilliseconds, next)
  }

  /** What is being typed is stored first, unless the keys that it would be stored under are destroyed. */
  async function lockToo(kind: LockNews['kind']): Promise<void> {
    cover.put()
    await endOnce(kind === 'erased' ? 0 : maxLockTooMilliseconds)
    // The new worker answers in turn: the lock screen has what it shows when this is answered.
    await within(maxLockMilliseconds, state.core.vault.status())
    cover.take()
  }

  return {
    versions,
    isUnlocked: () => openEmployee !== null,
    core: () => state.core,
    /** Answers the same object until the state changes, for `useSyncExternalStore`. */
    state: () => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    /** Reports a change that no database row shows: an employee has unlocked. */
    changed(employeeId: EmployeeId): void {
      openEmployee = employeeId
      show({ changes: state.changes + 1 })
      void state.core.trigger('unlocked')
    },

    /** Reports that the worker answers otherwise than before although no database row shows it. */
    reread(): void {
      show({ changes: state.changes + 1 })
    },

    /** Reports that the browser has deleted what lay on the device while it was unlocked. */
    wiped(): void {
      if (!state.isWiped) show({ isWiped: true })
    },

    /** Reports that an employee has signed in, so that refused requests are tried again. */
    signedIn(): void {
      void state.core.trigger('requested')
    },

    /** Registers work that must be done before the keys are dropped, such as storing an answer. */
    beforeLock(keep: () => Promise<void>): () => void {
      keepers.add(keep)
      return () => keepers.delete(keep)
    },

    lock: () => lock(),

    /** A core that is ending would never answer, and the lock screen stands before it has ended: the next one is asked. */
    async unlock(employeeId: EmployeeId, code: string): Promise<UnlockAnswer> {
      await ending
      return state.core.vault.unlock(employeeId, code)
    },

    /** For a page that wakes: finds out whether another tab has locked while this one slept. */
    async woke(): Promise<void> {
      await state.core.vault.findUnlocked()
    },

    /** Locks, and lets the next employee choose herself instead of proposing the last one. */
    async switchEmployee(): Promise<void> {
      lastEmployee.handOver()
      await lock('chooses')
    },

    /** Reads all streams in a new worker, which sends no message. */
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

const maxLockMilliseconds = 2_000
/** Of each of two steps: the other tabs are locked within a second. */
const maxLockTooMilliseconds = 400

function within(milliseconds: number, work: Promise<unknown>): Promise<unknown> {
  return Promise.race([work, new Promise((resolve) => setTimeout(resolve, milliseconds))])
}

export type DeviceHandle = ReturnType<typeof deviceHandle>
