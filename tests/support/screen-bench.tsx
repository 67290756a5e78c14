import { unaskedAccounts } from './unasked-accounts.ts'
import { screenMemory } from '#app/page/services/screen-memory.ts'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { render } from 'vitest-browser-react'
import type { Api, Session } from '#app/online/api.ts'
import { appearance } from '#app/page/services/appearance.ts'
import { deviceCore } from '#app/worker/device-core.ts'
import { fetchPart } from '#app/worker/fetch-part.ts'
import { deviceHandle } from '#app/page/services/device-handle.ts'
import { lastEmployee } from '#app/page/services/remembered/last-employee.ts'
import { routes } from '#app/page/start/routes.tsx'
import { type Services, ServicesContext } from '#app/page/services/services.ts'
import { EmployeeId, SectionId, ZoneId } from '#domain/base/ids.ts'
import {
  type Instant,
  Instant as Moment,
  millisecondsFromInstant,
  instantFromMilliseconds,
} from '#domain/time/instant.ts'
import { accepted, refused } from '#domain/base/result.ts'
import type { Role } from '#domain/base/role.ts'
import { CacheDatabase } from '#storage/databases/cache-database.ts'
import { liveVersions } from '#storage/databases/live-versions.ts'
import { OutboxDatabase } from '#storage/databases/outbox-database.ts'
import { noLockNews } from '#domain/vault/lock-news.ts'
import { openVault } from '#storage/vault/open-vault.ts'
import type { EmployeeProfile } from '#domain/vault/employee-profile.ts'
import { wasmHasher } from '#storage/crypto/wasm-hasher.ts'
import { municipality, screenServer } from './screen-server.ts'
import { quickWrapping } from './wrapping.ts'
import { noResumption } from './no-resumption.ts'

/** Monday 23 November 2026, 16:08 in Norway. */
export const monday = Moment.parse('2026-11-23T15:08:00.000Z')
export const code = '280461'

const everyClass = ['critical', 'details', 'worklists', 'journal', 'protected']

type BenchOptions = {
  role?: Role
  zones?: readonly string[]
  classes?: readonly string[]
  name?: string
  /** Whether the browser's session is hers. */
  isSignedIn?: boolean
  /** Answers of the online surfaces that are other than the bench's own. */
  api?: Partial<Api>
}

/** One phone with real repositories in the page, and a server in memory that can be stopped. */
export async function screenBench(options: BenchOptions = {}) {
  const {
    role = 'nurse',
    zones = ['nord-2'],
    classes = everyClass,
    name = 'Kari Lund',
    isSignedIn = true,
    api = {},
  } = options
  let now: Instant = monday
  const clock = { now: () => now, offsetMinutes: () => 60 }
  const hasher = await wasmHasher()
  const server = await screenServer(hasher, clock.now)
  await server.seed(zones)
  const unique = crypto.randomUUID()
  const outbox = () => new OutboxDatabase(`outbox-${unique}`)
  const cache = () => new CacheDatabase(`cache-${unique}`)
  const employeeId = EmployeeId.parse(crypto.randomUUID())
  const profile: EmployeeProfile = {
    author: { employeeId, name, title: 'Sykepleier', hprNumber: null },
    role,
    username: 'kari',
    zones: zones.map((id) => ({ id: ZoneId.parse(id), name: zoneName(id) })),
  }
  const session: Session = {
    municipality: { id: municipality, name: 'Demo kommune' },
    employee: {
      id: employeeId,
      username: 'kari',
      name,
      title: 'Sykepleier',
      role,
      hprNumber: null,
    },
    zones: zones.map((id) => ({
      id: ZoneId.parse(id),
      name: zoneName(id),
      section: SectionId.parse('nord'),
    })),
    sections: [{ id: SectionId.parse('nord'), name: 'Nord' }],
  }
  const newVault = () =>
    openVault({
      clock,
      newId: () => crypto.randomUUID(),
      databases: { outbox, cache },
      ...quickWrapping,
    })
  const newCore = (vault: Awaited<ReturnType<typeof newVault>>) =>
    deviceCore({
      vault,
      clock,
      network: server.network(zones, classes),
      // Nothing runs by itself: a test says when.
      timers: { after: () => () => {} },
      random: () => 0.5,
      randomUuid: () => crypto.randomUUID(),
      build: 'this one',
      world: 'real',
      runExclusively: async (work) => {
        await work()
        return true
      },
      onFault: (fault) => {
        throw fault
      },
      findSignedIn: () =>
        Promise.resolve(isSignedIn ? { kind: 'signedIn', profile } : { kind: 'nobody' }),
      session: noResumption,
      fetchPart: (order) => fetchPart(services.api, order, 'real'),
      findChallenge: () => Promise.resolve(server.keys.challenge()),
      requestVouching: async (request) => accepted(await server.keys.answer(request, employeeId)),
    })
  // Locking makes a core at once, so the vaults are opened beforehand.
  const cores = await Promise.all(
    [1, 2, 3, 4].map(async () => {
      const vault = await newVault()
      // The first touch writes a canary, which a live query in the same page may not.
      await vault.access.status()
      return callingApart(newCore(vault))
    }),
  )
  const versions = liveVersions({ outbox: outbox(), cache: cache() })
  const device = deviceHandle({
    startCore() {
      const core = cores.shift()
      if (core === undefined) throw new Error('No more vaults on this bench.')
      return { core, end: () => {} }
    },
    versions: () => Promise.all([versions.streams(), versions.outbox()]),
    news: noLockNews,
    cover: { put() {}, take() {} },
  })
  const services: Services = {
    memory: screenMemory(device),
    device,
    clock,
    world: 'real',
    newId: () => crypto.randomUUID(),
    api: { ...benchApi(session, server), ...api },
    updates: {
      start: () => Promise.resolve(),
      subscribe: () => () => {},
      isReady: () => false,
      look: () => Promise.resolve(),
      take: () => {},
    },
    appearance: appearance(document.documentElement, sessionStorage),
    storage: {
      isPersisted: () => Promise.resolve(true),
      askToPersist: () => Promise.resolve(true),
      isInstalled: () => true,
    },
    isShellWhole: () => Promise.resolve(true),
    version: '0.1.0',
  }

  return {
    server,
    services,
    device,
    profile,
    session,
    employeeId,
    /** The server's answer to a phone that is enrolled. */
    vouchFor: benchApi(session, server).enrolDevice,
    /** This phone's own database, for what something else writes into it. */
    outbox,
    passMinutes(minutes: number): void {
      now = instantFromMilliseconds(millisecondsFromInstant(now) + minutes * 60_000)
    },
    /** Enrols the employee, who is unlocked afterwards, and takes in her streams. */
    async enrol(): Promise<void> {
      const { vault } = device.core()
      const prepared = await vault.prepareEnrolment({
        challenge: server.keys.challenge(),
        expectedRoot: null,
        profile,
        code,
        label: 'Jobbtelefon Nord 2 – 04',
      })
      if (!prepared.ok) throw new Error(prepared.refusal.kind)
      const answer = await server.keys.answer(prepared.value, employeeId)
      const completed = await vault.completeEnrolment(answer)
      if (!completed.ok) throw new Error(completed.refusal.kind)
      lastEmployee.keep(employeeId)
      device.changed(employeeId)
      await device.core().syncNow()
    },
    draw: (path: string) =>
      render(
        <ServicesContext value={services}>
          <RouterProvider router={createMemoryRouter(routes, { initialEntries: [path] })} />
        </ServicesContext>,
      ),
  }
}

export type ScreenBench = Awaited<ReturnType<typeof screenBench>>

/**
 * The app's core is in a worker, which takes each call as a task of its own. In the page a call that
 * is a part of a live query, or follows an answer to one, may not write: not even to see whether a
 * disk that was full takes writes again, as the outbox does whenever it is asked.
 */
function callingApart<Calls extends object>(calls: Calls): Calls {
  return new Proxy(calls, {
    get(target, name) {
      const part: unknown = Reflect.get(target, name)
      if (typeof part === 'object' && part !== null) return callingApart(part)
      if (typeof part !== 'function') return part
      return (...asked: unknown[]) => aTaskOfItsOwn(() => Reflect.apply(part, target, asked))
    },
  })
}

/** Runs in the timer's task itself: what is awaited would still be a part of the live query. */
function aTaskOfItsOwn(work: () => unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    setTimeout(() => {
      void Promise.resolve().then(work).then(resolve, reject)
    })
  })
}

function zoneName(id: string): string {
  return id.replace(/^(\w)/, (letter) => letter.toUpperCase()).replace('-', ' ')
}

function benchApi(session: Session, server: Awaited<ReturnType<typeof screenServer>>): Api {
  return {
    signIn: ({ password }) =>
      Promise.resolve(
        password === 'riktig'
          ? accepted(session)
          : refused({ kind: 'wrongSignIn', text: 'Feil brukernavn eller passord.' } as const),
      ),
    redeemInvitation: () => Promise.resolve(accepted(session)),
    readSession: () => Promise.resolve(accepted(session)),
    signOut: () => Promise.resolve(),
    startResuming: unreachable,
    resumeSession: unreachable,
    enrolDevice: async (request) =>
      accepted(await server.keys.answer(request, session.employee.id)),
    listAlarms: unreachable,
    listSecurityEvents: unreachable,
    listZoneStatus: unreachable,
    startEnrolment: async () => accepted(server.keys.challenge()),
    ...unaskedAccounts,
    listHeldEntries: unreachable,
    listEntriesToCheck: unreachable,
    decideAmendment: unreachable,
    decidePatientLink: unreachable,
    decideHeldEntry: unreachable,
    listDeviceRequests: unreachable,
    decideDeviceRequest: unreachable,
    readMunicipalitySettings: unreachable,
    saveMunicipalitySettings: unreachable,
    saveZonePlan: unreachable,
    saveContact: unreachable,
    assessForm: unreachable,
    publishForm: unreachable,
    setFormUse: unreachable,
    reserveBinderCopy: unreachable,
    readPatientDetails: unreachable,
    previewImport: unreachable,
    takeImport: unreachable,
    readLastImport: unreachable,
    saveColumnAnswer: unreachable,
    restoreImport: unreachable,
  }
}

function unreachable() {
  return Promise.resolve(refused({ kind: 'unreachable' } as const))
}
