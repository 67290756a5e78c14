import { proxy } from 'comlink'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { EmployeeId } from '#domain/base/ids.ts'
import type { DeviceClock } from '#domain/time/device-clock.ts'
import type {
  EnrolmentAnswer,
  EnrolmentChallenge,
  EnrolmentRequest,
} from '#domain/vault/enrolment.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import type { Timers } from '#sync/line/timers.ts'
import type { World } from '#domain/base/world.ts'
import { startingPace } from '#sync/pace.ts'
import { type StreamReader, syncCycle } from '#sync/sync-cycle.ts'
import type { SyncEvent } from '#sync/sync-event.ts'
import type { Answer, SyncNetwork } from '#sync/sync-network.ts'
import { startSyncRunner, type SyncRunner } from '#sync/sync-runner.ts'
import { knownAmendments } from './amendments/known-amendments.ts'
import { cardOpenings } from './card-openings.ts'
import { watched } from '#storage/unlocked/lock-watch.ts'
import { deviceQueries } from './device-queries.ts'
import { deviceLists } from './lists/device-lists.ts'
import { deviceReader } from './device-reader.ts'
import { type FetchPart, patientFetches } from './patient-fetches.ts'
import { incidentCore } from './incident/incident-core.ts'
import { layBinder } from './lay-binder.ts'
import { newPatientsCore } from './new-patients/new-patients-core.ts'
import { networkSwitch } from './network-switch.ts'
import { resumeSession, type SessionServer } from './resume-session.ts'
import { readEverything } from './read-everything.ts'
import { renewCredentials } from './renew-credentials.ts'
import { updateProfile } from './update-profile.ts'
import type { SignedIn } from './signed-in.ts'
import { unverifiedOpenings } from './unverified-openings.ts'
import type { VouchingRefusal } from './vouching-refusal.ts'
import type { ExposedCore } from '#app/bridge/core.ts'
import { shownStatus } from './shown-status.ts'
import { minutesOfSilence } from './sync-progress.ts'

export type CoreServices = {
  vault: Vault
  network: SyncNetwork
  clock: DeviceClock
  /** The world whose lists are read, and that new entries belong to. */
  world: World
  timers: Timers
  random(): number
  randomUuid(): string
  /** Names the script that reads. It differs for every build, because each may accept other documents. */
  build: string
  /** Runs the work unless another page of the app is syncing; answers false then. */
  runExclusively(work: () => Promise<void>): Promise<boolean>
  onFault(fault: unknown): void
  /** Finds the employee of the browser's session. On a shared phone this may be another than who has unlocked. */
  findSignedIn(): Promise<SignedIn>
  /** Begins an enrolment or a renewal, with the employee's session; null when refused. */
  findChallenge(): Promise<EnrolmentChallenge | null>
  /** Asks the server, with the employee's session, for credentials for the device and her keys. */
  requestVouching(request: EnrolmentRequest): Promise<Result<EnrolmentAnswer, VouchingRefusal>>
  fetchPart: FetchPart
  session: SessionServer
}

/** Delays, so that the first screen is drawn before this work begins. */
const prefetchAfterMilliseconds = 500
const markSoundAfterMilliseconds = 1_000
const tidyAfterMilliseconds = 2_000

/**
 * Everything on this device that may hold a key or a plaintext: vault, opened lists, search and sync.
 * It lives in one worker, which locking ends.
 */
export function deviceCore(services: CoreServices): ExposedCore {
  const { vault, clock } = services
  const unverified = unverifiedOpenings(vault, services)
  const received = deviceLists(vault, {
    isOpenedUnverified: unverified.isOpened,
    build: services.build,
    world: services.world,
    onSound(of, by) {
      // Delayed until the list is on the screen: the mark is first used when the vault is unlocked again.
      services.timers.after(markSoundAfterMilliseconds, () => {
        vault.streams.markSound(of, by).catch(services.onFault)
      })
    },
  })
  const newPatients = newPatientsCore(received, vault, clock)
  const { lists, vault: read } = newPatients
  const amendments = knownAmendments({ vault: read, lists, clock })
  const reader = newPatients.reader(deviceReader(lists, vault.access, amendments))
  const queries = newPatients.queries(deviceQueries(lists, clock, amendments))
  services.timers.after(prefetchAfterMilliseconds, () => {
    vault.streams.prefetch(services.world).catch(services.onFault)
  })
  const pace = startingPace()
  const shown = shownStatus({
    now: () => clock.now(),
    isConfirmed: () => vault.trust.isConfirmed(),
  })
  let runner: SyncRunner | null = null
  let syncsFor: EmployeeId | null = null

  const incident = incidentCore({
    ...services,
    vault: read,
    lists,
    readAway: amendments.readAway,
    onWritten: () => runner?.trigger('written'),
    silentMinutes: () => minutesOfSilence(shown.current(), clock.now()),
  })

  /** Opens the patients while the page still draws its frame, because the first list requests them next. */
  async function openLists(): Promise<void> {
    await lists.listPatients(null)
    vault.streams.discardPrefetched()
    services.timers.after(tidyAfterMilliseconds, () => {
      tidy().catch(services.onFault)
    })
  }

  /** Stores what the first lists have verified, and seals again what a server that lost its key cannot open. */
  async function tidy(): Promise<void> {
    await vault.watch.check()
    await vault.streams.savePins()
    await reseal()
  }

  async function reseal(): Promise<void> {
    if ((await vault.reseal()) > 0) runner?.trigger('written')
  }

  function report(event: SyncEvent): void {
    if (event.kind === 'clocksCompared') incident.compared(event).catch(services.onFault)
    shown.report(event)
  }

  const { writeHeld, ...cards } = cardOpenings(vault, {
    ...services,
    findIncident: incident.findOpeningReason,
    onHeld: (heldOpenings) => shown.set({ heldOpenings }),
  })
  const line = networkSwitch(services.network, {
    now: () => clock.now(),
    onTrying: shown.tryLine,
    onUnreceipted: (unreceipted) => shown.set({ unreceipted }),
  })

  const fetches = patientFetches(vault.access, { ...services, isCut: line.isCut })

  /** Null unless the session is the unlocked employee's own: otherwise a colleague's streams would replace hers. */
  async function findReader(): Answer<StreamReader | null> {
    const unlocked = await vault.access.findUnlocked()
    if (unlocked === null || line.isCut()) return accepted(null)
    const here = await vault.findReaders()
    if (here === null) return accepted(null)
    const reader = { employee: unlocked.employeeId, ...here, replicas: vault.replicas }
    if (syncsFor === unlocked.employeeId) return accepted(reader)
    shown.tryLine()
    const signedIn = await services.findSignedIn()
    const isSameEmployee =
      signedIn.kind === 'signedIn' && signedIn.profile.author.employeeId === unlocked.employeeId
    if (isSameEmployee)
      await updateProfile(signedIn.profile, { before: unlocked.profile, vault: vault.access })
    syncsFor = isSameEmployee ? unlocked.employeeId : null
    // When there is nothing to send, this is the only request that has tried the line.
    if (signedIn.kind === 'unknown') return refused({ kind: 'unreachable' })
    report({ kind: 'answered', at: clock.now() })
    shown.set({ signIn: isSameEmployee ? 'valid' : 'needed' })
    return accepted(isSameEmployee ? reader : null)
  }

  async function renew(): Promise<void> {
    const renewal = await renewCredentials(vault.access, services)
    if (renewal.kind === 'unanswered') return
    const refusal = renewal.kind === 'refused' ? renewal.refusal : null
    if (refusal?.kind === 'signInAgain') syncsFor = null
    shown.endRenewal(refusal)
    if (renewal.kind === 'vouched') runner?.trigger('written')
  }

  async function cycle() {
    const outcome = await syncCycle({
      network: line.network,
      outbox: vault.outbox,
      findReader,
      trust: vault.trust,
      ...vault.tools,
      clock,
      randomUuid: services.randomUuid,
      pace,
      report,
      onClosed: vault.eraseClosed,
    })
      .catch(shown.endFault)
      // Also after a fault nothing is sent or fetched until the next cycle.
      .finally(shown.rest)
    if (outcome.signIn === 'needed') syncsFor = null
    shown.endCycle(outcome)
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
      async completeEnrolment(answer) {
        const completed = await vault.access.completeEnrolment(answer)
        // What she wrote before the server lost its keys is sealed to the new ones at once.
        if (completed.ok) reseal().catch(services.onFault)
        return completed
      },
      async lock(next) {
        await writeHeld().catch(services.onFault)
        fetches.drop()
        await vault.access.lock(next)
      },
      // Saving shows nothing: what was typed is kept also when another tab locks meanwhile.
      drafts: proxy({ ...watched(read.drafts, vault.watch), save: vault.drafts.save }),
      entries: proxy(watched(read.entries, vault.watch)),
      secondSigner: proxy(watched(read.secondSigner, vault.watch)),
    }),
    reader: proxy(watched(reader, vault.watch)),
    queries: proxy(watched(queries, vault.watch)),
    openings: proxy(watched({ ...cards, openUnverified: unverified.openUnverified }, vault.watch)),
    facts: proxy(watched(incident.facts, vault.watch)),
    incidents: proxy(watched(incident.incidents, vault.watch)),
    fetches: proxy(watched(fetches, vault.watch)),

    watchLock(listener) {
      vault.watch.onLockedElsewhere(listener)
      return Promise.resolve()
    },

    async resumeSession() {
      if (line.isCut()) return 'unreachable'
      const outcome = await resumeSession(vault.sessionKeys, services.session)
      if (outcome === 'resumed') {
        syncsFor = null
        runner?.trigger('requested')
      }
      return outcome
    },

    startSync() {
      runner ??= startSyncRunner({ ...services, cycle, onElsewhere: shown.leaveToOther })
      vault.onCacheDropped(() => runner?.trigger('requested'))
      return Promise.resolve()
    },

    trigger(reason) {
      if (reason === 'requested' || reason === 'unlocked') syncsFor = null
      runner?.trigger(reason)
      return Promise.resolve()
    },

    async syncNow() {
      syncsFor = null
      await cycle()
    },

    watchSync(listener) {
      shown.watch(listener)
      return Promise.resolve()
    },

    cutNetwork() {
      line.cut()
      return Promise.resolve()
    },

    async layBinder(order, printer) {
      await vault.watch.check()
      return layBinder(
        order,
        { lists, world: services.world, readAmendments: amendments.amendments },
        printer,
      )
    },

    readEverything: (onProgress) => readEverything(vault, onProgress),
  }
}
