import { screenMemory } from '#app/page/services/screen-memory.ts'
import { aVaultStatus } from './a-vault-status.ts'
import { noAmendments } from './no-amendments.ts'
import { fullTrust } from './full-trust.ts'
import { sessionOf } from './session-of.ts'
import { silentApi } from './silent-api.ts'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { render } from 'vitest-browser-react'
import type { Api } from '#app/online/api.ts'
import type { CardOpenings } from '#app/bridge/card-openings.ts'
import type { Core } from '#app/bridge/core.ts'
import type { DeviceQueries, ListsOverview } from '#app/bridge/device-queries.ts'
import type { DeviceReader } from '#app/bridge/device-reader.ts'
import type { FactWriter } from '#app/bridge/fact-writer.ts'
import type { IncidentQueries } from '#app/bridge/incident-queries.ts'
import type { Reading } from '#app/bridge/reading.ts'
import { noSyncYet, type SyncStatus } from '#app/bridge/sync-status.ts'
import { appearance } from '#app/page/services/appearance.ts'
import { deviceHandle } from '#app/page/services/device-handle.ts'
import { lastEmployee } from '#app/page/services/remembered/last-employee.ts'
import { type Services, ServicesContext } from '#app/page/services/services.ts'
import { routes } from '#app/page/start/routes.tsx'
import { EmployeeId, ZoneId } from '#domain/base/ids.ts'
import { accepted } from '#domain/base/result.ts'
import type { Role } from '#domain/base/role.ts'
import { Instant } from '#domain/time/instant.ts'
import type { EmployeeProfile } from '#domain/vault/employee-profile.ts'
import type { EntryRepository } from '#domain/vault/entry-repository.ts'
import { noLockNews } from '#domain/vault/lock-news.ts'
import type { VaultAccess } from '#domain/vault/vault-access.ts'
import type { VaultStatus } from '#domain/vault/vault-status.ts'

/** Monday 23 November 2026, 03:12 in Norway. */
export const night = Instant.parse('2026-11-23T02:12:00.000Z')
export const fetchedAt = Instant.parse('2026-11-22T20:15:00.000Z')

type OpenReading<Value> = Extract<Reading<Value>, { kind: 'open' }>

/** A complete reading, except for what is given. */
export function openReading<Value>(
  value: Value,
  more: Partial<OpenReading<Value>> = {},
): OpenReading<Value> {
  const whole = { verifiedAt: fetchedAt, damaged: 0, missing: 0, newer: {}, ...fullTrust }
  return { kind: 'open', value, ...whole, ...more }
}

export const emptyOverview: ListsOverview = {
  counts: {
    all: 0,
    lifeEssentialPower: 0,
    safetyAlarm: 0,
    medicineDispenser: 0,
    digitalSupervision: 0,
    localisation: 0,
    access: 0,
    priority: 0,
  },
  services: [],
  nextDoseAt: null,
  nextSupervisionAt: null,
  levels: { P1: 0, P2: 0, P3: 0, P4: 0 },
  protectedAddresses: 0,
  workLists: [],
  asOf: null,
}

type BenchOptions = {
  role?: Role
  zones?: EmployeeProfile['zones']
  sync?: Partial<SyncStatus>
  status?: Partial<VaultStatus>
  isUnlocked?: boolean
  reader?: Partial<DeviceReader>
  queries?: Partial<DeviceQueries>
  openings?: Partial<CardOpenings>
  facts?: Partial<FactWriter>
  incidents?: Partial<IncidentQueries>
  vault?: Partial<VaultAccess>
  entries?: Partial<EntryRepository>
  core?: Partial<Core>
  api?: Partial<Api>
}

/** The page alone: what the worker and the server answer is said by the test. */
export function pageBench(options: BenchOptions = {}) {
  const employeeId = EmployeeId.parse(crypto.randomUUID())
  const zones = options.zones ?? [{ id: ZoneId.parse('nord-2'), name: 'Nord 2' }]
  const author = { employeeId, name: 'Kari Lund', title: 'Sykepleier', hprNumber: null }
  const profile: EmployeeProfile = { author, role: options.role ?? 'nurse', zones }
  const session = sessionOf(profile)
  let isUnlocked = options.isUnlocked !== false
  let status: VaultStatus = {
    ...aVaultStatus(profile, session.municipality.id),
    ...options.status,
  }
  const unlocked = { employeeId, profile }
  const core: Core = {
    resumeSession: () => Promise.resolve('passwordNeeded'),
    vault: {
      status: () => Promise.resolve(status),
      findUnlocked: () => Promise.resolve(isUnlocked ? unlocked : null),
      unlock() {
        isUnlocked = true
        return Promise.resolve(accepted(unlocked))
      },
      lock: () => Promise.resolve(),
      prepareEnrolment: notHere,
      completeEnrolment: notHere,
      renewEnrolment: notHere,
      repeatEnrolment: notHere,
      confirmServer: notHere,
      saveProfile: notHere,
      ...options.vault,
      drafts: {
        save: notHere,
        find: notHere,
        list: () => Promise.resolve(accepted({ drafts: [], damaged: 0 })),
        remove: notHere,
      },
      entries: {
        add: notHere,
        listOwn: nobody,
        findOwn: () => Promise.resolve(accepted(null)),
        listStates: () => Promise.resolve([]),
        findHash: () => Promise.resolve(null),
        ...options.entries,
      },
      secondSigner: { sign: notHere, listWitnessed: nobody },
    },
    reader: {
      listNotes: none,
      listNotesAbout: none,
      listHeldNotes: none,
      listHeldNotesAbout: none,
      listCards: none,
      listForms: none,
      listServices: none,
      listDeviceKinds: none,
      listSymptomGuides: none,
      listReadyMessages: none,
      listContacts: none,
      listZonePlans: none,
      listZoneNames: none,
      findPatient: none,
      findDetails: none,
      findProtected: none,
      listProtectedAmendments: none,
      ...options.reader,
    },
    queries: {
      listsMadeAt: () => Promise.resolve(null),
      overview: none,
      patientRows: none,
      searchPatients: none,
      searchFormer: () => Promise.resolve([]),
      workList: none,
      neighbours: () => Promise.resolve(null),
      fittingWorkLists: none,
      patientsByName: none,
      amendments: () => Promise.resolve(noAmendments),
      newPatients: none,
      joinedTo: () => Promise.resolve([]),
      colleagues: none,
      countHeld: () =>
        Promise.resolve({
          patientsByZone: [null],
          asOf: null,
          cards: null,
          forms: null,
          details: { done: 0, of: 0, sheets: 0 },
        }),
      ...options.queries,
    },
    openings: {
      openUnverified: notHere,
      open: () => Promise.resolve(accepted(null)),
      reveal: notHere,
      ...options.openings,
    },
    facts: {
      start: notHere,
      sayOfIncident: notHere,
      sayOfPerson: notHere,
      ...options.facts,
    },
    incidents: {
      incidents: none,
      board: none,
      runningCard: none,
      tasks: none,
      countdown: none,
      ifPowerGoes: none,
      contactList: none,
      nextOnList: none,
      visits: none,
      person: none,
      streets: none,
      history: none,
      whereIs: none,
      zones: none,
      openingReason: none,
      holdsUpdates: none,
      plansInForce: none,
      now: () => Promise.resolve(night),
      ...options.incidents,
    },
    fetches: { fetch: notHere, listFetched: () => Promise.resolve([]) },
    watchLock: () => Promise.resolve(),
    startSync: () => Promise.resolve(),
    trigger: () => Promise.resolve(),
    syncNow: () => Promise.resolve(),
    watchSync(listener) {
      listener({ ...noSyncYet, ...options.sync })
      return Promise.resolve()
    },
    cutNetwork: () => Promise.resolve(),
    layBinder: notHere,
    readEverything: notHere,
    ...options.core,
  }
  const device = deviceHandle({
    startCore: () => ({ core, end: () => {} }),
    versions: () => Promise.resolve(null),
    news: noLockNews,
    cover: { put() {}, take() {} },
  })
  const services: Services = {
    memory: screenMemory(device),
    device,
    clock: { now: () => night, offsetMinutes: () => 60 },
    world: 'real',
    newId: () => crypto.randomUUID(),
    api: { ...silentApi(session), ...options.api },
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
  lastEmployee.keep(employeeId)

  return {
    services,
    session,
    profile,
    setStatus(next: Partial<VaultStatus>): void {
      status = { ...status, ...next }
    },
    async draw(path: string) {
      const router = createMemoryRouter(routes, { initialEntries: [path] })
      const screen = await render(
        <ServicesContext value={services}>
          <RouterProvider router={router} />
        </ServicesContext>,
      )
      return Object.assign(screen, { router })
    },
  }
}

function notHere(): Promise<never> {
  return Promise.reject(new Error('The test did not say what this answers.'))
}

const nobody = () => Promise.resolve(accepted([]))

const none = () => Promise.resolve({ kind: 'none' } as const)
