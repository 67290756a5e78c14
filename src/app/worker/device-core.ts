import { proxy } from 'comlink'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import type { EmployeeId } from '#domain/base/ids.ts'
import type { DeviceClock } from '#domain/time/device-clock.ts'
import type { EmployeeProfile } from '#domain/vault/employee-profile.ts'
import type { EnrolmentAnswer, EnrolmentRequest } from '#domain/vault/enrolment.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import type { Timers } from '#sync/line/timers.ts'
import type { World } from '#domain/base/world.ts'
import { startingPace } from '#sync/pace.ts'
import { type StreamReader, syncCycle } from '#sync/sync-cycle.ts'
import type { SyncEvent } from '#sync/sync-event.ts'
import type { SyncNetwork } from '#sync/sync-network.ts'
import { startSyncRunner, type SyncRunner } from '#sync/sync-runner.ts'
import { cardOpenings } from './card-openings.ts'
import { deviceQueries } from './device-queries.ts'
import { deviceLists } from './device-lists.ts'
import { deviceReader } from './device-reader.ts'
import { layBinder } from './lay-binder.ts'
import { networkSwitch } from './network-switch.ts'
import { readEverything } from './read-everything.ts'
import type { ExposedCore } from '#app/bridge/core.ts'
import { afterCycle, afterEvent } from './sync-progress.ts'
import { noSyncYet, type SyncStatus } from '#app/bridge/sync-status.ts'

export type CoreServices = {
  vault: Vault
  network: SyncNetwork
  clock: DeviceClock
  hasher: Hasher
  /** Whose lists are read, and where what is written belongs. */
  world: World
  timers: Timers
  random(): number
  randomUuid(): string
  /** Names the script that reads: another one for every change of what it takes for sound. */
  build: string
  /** Runs the work unless another page of the app is at it. */
  runExclusively(work: () => Promise<void>): Promise<boolean>
  onFault(fault: unknown): void
  /** Whose session the browser carries. The phone is shared: it need not be hers who has unlocked. */
  findSignedIn(): Promise<SignedIn>
  /** Asks the server to vouch for the device and her key on it, with her session; null when it does not. */
  findVouching(request: EnrolmentRequest): Promise<EnrolmentAnswer | null>
}

export type SignedIn =
  | { kind: 'signedIn'; profile: EmployeeProfile }
  | { kind: 'nobody' }
  /** The server was not reached. */
  | { kind: 'unknown' }

/** In milliseconds: the screen that is shown comes first. */
const prefetchAfterMilliseconds = 500
const markSoundAfter = 1_000

/**
 * Everything on this device that may hold a key or a plaintext: vault, opened lists, search and sync.
 * It lives in one worker, which locking ends.
 */
export function deviceCore(services: CoreServices): ExposedCore {
  const { vault, clock } = services
  const lists = deviceLists(vault, {
    build: services.build,
    world: services.world,
    onSound(of, by) {
      // Not before the list is on the screen: it is of use the next time the vault is unlocked.
      services.timers.after(markSoundAfter, () => {
        vault.streams.markSound(of, by).catch(services.onFault)
      })
    },
  })
  const reader = deviceReader(lists)
  const queries = deviceQueries(lists, clock)
  services.timers.after(prefetchAfterMilliseconds, () => {
    vault.streams.prefetch(services.world).catch(services.onFault)
  })
  const pace = startingPace()
  const listeners = new Set<(status: SyncStatus) => void>()
  let status = noSyncYet
  let runner: SyncRunner | null = null
  let takesInFor: EmployeeId | null = null

  /** While the page still draws its frame: the first list asks for them next. */
  async function openLists(): Promise<void> {
    await lists.listPatients(null)
    vault.streams.discardPrefetched()
  }

  function show(next: SyncStatus): void {
    status = next
    for (const listener of listeners) listener(next)
  }

  function report(event: SyncEvent): void {
    show(afterEvent(status, event, clock.now()))
  }

  function showTrying(): void {
    if (status.line === 'notTried') show({ ...status, line: 'trying' })
  }

  const openings = cardOpenings(vault, {
    ...services,
    onHeld: (heldOpenings) => show({ ...status, heldOpenings }),
  })
  const line = networkSwitch(services.network, {
    now: () => clock.now(),
    onTrying: showTrying,
    onUnreceipted: (unreceipted) => show({ ...status, unreceipted }),
  })

  /** Her streams are asked for with her own session only, else a colleague's would replace them. */
  async function findReader(): Promise<StreamReader | null> {
    const unlocked = await vault.access.findUnlocked()
    if (unlocked === null || line.isCut()) return null
    const reader = { employee: unlocked.employeeId, replicas: vault.replicas }
    if (takesInFor === unlocked.employeeId) return reader
    showTrying()
    const signedIn = await services.findSignedIn()
    const isHers =
      signedIn.kind === 'signedIn' && signedIn.profile.author.employeeId === unlocked.employeeId
    if (isHers) await keepProfile(signedIn.profile, unlocked.profile)
    takesInFor = isHers ? unlocked.employeeId : null
    // With nothing to send, this is the only one that has tried the line.
    if (signedIn.kind === 'unknown') {
      report({ kind: 'failed', failure: { kind: 'unreachable' } })
    } else {
      report({ kind: 'answered', at: clock.now() })
      show({ ...status, signIn: isHers ? 'valid' : 'needed' })
    }
    return isHers ? reader : null
  }

  /** Her zones and her role are the server's to say: they may have changed since she enrolled. */
  async function keepProfile(told: EmployeeProfile, kept: EmployeeProfile): Promise<void> {
    if (canonicalJson(told) !== canonicalJson(kept)) await vault.access.saveProfile(told)
  }

  /** A device that goes on under a new id sends nothing of it before the server has vouched for it. */
  async function renew(): Promise<void> {
    if (!(await vault.access.status()).needsRenewal) return
    const request = await vault.access.renewEnrolment()
    const answer = request.ok ? await services.findVouching(request.value) : null
    if (answer === null) return
    const completed = await vault.access.completeEnrolment(answer)
    if (completed.ok) runner?.trigger('written')
  }

  async function cycle() {
    const outcome = await syncCycle({
      network: line.network,
      outbox: vault.outbox,
      findReader,
      hasher: services.hasher,
      clock,
      randomUuid: services.randomUuid,
      pace,
      report,
    })
    if (outcome.signIn === 'needed') takesInFor = null
    show(afterCycle(status, outcome))
    if (outcome.signIn === 'valid') await renew()
    return outcome
  }

  return {
    vault: proxy({
      ...vault.access,
      async unlock(employeeId, code) {
        const unlocked = await vault.access.unlock(employeeId, code)
        if (unlocked.ok) openLists().catch(services.onFault)
        return unlocked
      },
      async lock() {
        await openings.writeHeld().catch(services.onFault)
        await vault.access.lock()
      },
      drafts: proxy(vault.drafts),
      entries: proxy(vault.entries),
    }),
    reader: proxy(reader),
    queries: proxy(queries),
    openings: proxy(openings),

    startSync() {
      runner ??= startSyncRunner({ ...services, cycle })
      return Promise.resolve()
    },

    trigger(reason) {
      if (reason === 'requested' || reason === 'unlocked') takesInFor = null
      runner?.trigger(reason)
      return Promise.resolve()
    },

    async syncNow() {
      takesInFor = null
      await cycle()
    },

    watchSync(listener) {
      listeners.add(listener)
      listener(status)
      return Promise.resolve()
    },

    cutNetwork() {
      line.cut()
      return Promise.resolve()
    },

    layBinder: (order, printer) => layBinder(order, { lists, world: services.world }, printer),

    readEverything: (onProgress) => readEverything(vault, onProgress),
  }
}
