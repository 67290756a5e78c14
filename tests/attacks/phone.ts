import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { IDBFactory } from 'fake-indexeddb'
import { EnrolDeviceAnswer } from '#contract/enrol-device.ts'
import { routes } from '#contract/routes.ts'
import { StartEnrolmentAnswer } from '#contract/start-enrolment.ts'
import { accepted } from '#domain/base/result.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import type { EnrolmentRequest } from '#domain/vault/enrolment.ts'
import { webSignatureCheck } from '#sealing/es256.ts'
import { CacheDatabase } from '#storage/databases/cache-database.ts'
import { OutboxDatabase } from '#storage/databases/outbox-database.ts'
import type { ReplicaStore } from '#storage/replica/replica-store.ts'
import type { TrustParts } from '#storage/trust/trust-parts.ts'
import { type Vault, openVault } from '#storage/vault/open-vault.ts'
import type { Fetch } from '#sync/http-answer.ts'
import { httpNetwork } from '#sync/http-network.ts'
import { startingPace } from '#sync/pace.ts'
import { type CycleOutcome, type SyncServices, syncCycle } from '#sync/sync-cycle.ts'
import type { SyncEvent } from '#sync/sync-event.ts'
import { nodeHasher } from '../support/node-hasher.ts'
import { quickWrapping } from '../support/wrapping.ts'
import type { Hired, Town } from './town.ts'

export const code = '471108'

export type Phone = ReturnType<typeof aPhone>

type SyncOptions = {
  parts?: Partial<TrustParts>
  /** What stands between the phone and the server. */
  through?: (honest: Fetch) => Fetch
  /** A weaker store of streams. */
  replicas?: (store: ReplicaStore) => ReplicaStore
  trust?: SyncServices['trust']
  /** What a weaker phone does when somebody is closed. */
  onClosed?: SyncServices['onClosed']
}

/** A phone of a town: the real vault on databases in memory, which an attacker reads and writes as she likes. */
export function aPhone(town: Town, wrapping = quickWrapping) {
  const indexedDB = new IDBFactory()
  let aheadMinutes = 0
  const clock = { now: () => plusMinutes(town.now(), aheadMinutes), offsetMinutes: () => 60 }
  const databases = {
    outbox: () => new OutboxDatabase('outbox', { indexedDB }),
    cache: () => new CacheDatabase('cache', { indexedDB }),
  }
  const [outbox, cache] = [databases.outbox(), databases.cache()]

  return {
    outbox,
    cache,
    clock,

    /** Moves this phone's clock alone. */
    passMinutes(minutes: number): void {
      aheadMinutes += minutes
    },

    /** As after a restart of the app: locked. */
    start: (parts: Partial<TrustParts> = {}, limits = wrapping.wrapLimits): Promise<Vault> =>
      openVault({ parts, clock, newId: randomUUID, databases, ...wrapping, wrapLimits: limits }),

    async unlock(hired: Hired, parts: Partial<TrustParts> = {}): Promise<Vault> {
      const vault = await this.start(parts)
      const unlocked = await vault.access.unlock(hired.profile.author.employeeId, code)
      if (!unlocked.ok) throw new Error(`Not unlocked: ${unlocked.refusal.kind}`)
      return vault
    },

    /** Asks for an enrolment, and answers what the app would send. */
    async prepare(hired: Hired, vault: Vault, withCode = code): Promise<EnrolmentRequest> {
      const asked = { method: 'POST', url: routes.startEnrolment.path } as const
      const begun = await town.server.inject({ ...asked, headers: hired.headers })
      const prepared = await vault.access.prepareEnrolment({
        challenge: StartEnrolmentAnswer.parse(begun.json()),
        expectedRoot: null,
        profile: hired.profile,
        code: withCode,
        label: 'Jobbtelefon Nord 1 – 04',
      })
      if (!prepared.ok) throw new Error(`Not prepared: ${prepared.refusal.kind}`)
      return prepared.value
    },

    /** Enrols an employee, who is unlocked afterwards. */
    async enrol(hired: Hired, withCode = code): Promise<Vault> {
      const vault = await this.start()
      const request = await this.prepare(hired, vault, withCode)
      const answer = await sendEnrolment(town, hired, request)
      const completed = await vault.access.completeEnrolment(EnrolDeviceAnswer.parse(answer.json()))
      if (!completed.ok) throw new Error(`Not completed: ${completed.refusal.kind}`)
      return vault
    },

    /** One cycle of the real sync, as the employee who has unlocked. */
    async sync(vault: Vault, hired: Hired, options: SyncOptions = {}): Promise<Synced> {
      const { parts = {}, through = (honest) => honest } = options
      const { replicas = (store) => store, trust = vault.trust } = options
      const events: SyncEvent[] = []
      const here = await vault.findReaders()
      if (here === null) throw new Error('Nobody is enrolled here.')
      const unlocked = await vault.access.findUnlocked()
      const shared = {
        hasher: nodeHasher,
        signatures: parts.signatures ?? webSignatureCheck,
        trust,
        clock,
        randomUuid: randomUUID,
      }
      const outcome = await syncCycle({
        ...shared,
        network: httpNetwork({
          ...shared,
          fetch: through(wayTo(town, hired.headers)),
          timers: { after: () => () => {} },
        }),
        outbox: vault.outbox,
        findReader: () =>
          Promise.resolve(
            accepted(
              unlocked && {
                employee: unlocked.employeeId,
                ...here,
                replicas: replicas(vault.replicas),
              },
            ),
          ),
        pace: startingPace(),
        report: (event) => events.push(event),
        onClosed: options.onClosed ?? vault.eraseClosed,
      })
      return { ...outcome, events }
    },
  }
}

type Synced = CycleOutcome & { events: SyncEvent[] }

export function sendEnrolment({ server }: Town, { headers }: Hired, payload: object) {
  return server.inject({ method: 'POST', url: routes.enrolDevice.path, headers, payload })
}

/** The line from a phone to the server of its town. */
export function wayTo({ server }: Town, headers: Record<string, string>): Fetch {
  return async (url, init) => {
    const answer = await server.inject({
      method: 'POST',
      url,
      headers: { ...headers, ...init.headers },
      payload: init.body,
    })
    return {
      status: answer.statusCode,
      headers: { get: (name) => answer.headers[name]?.toString() ?? null },
      text: () => Promise.resolve(answer.body),
    }
  }
}
