import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { nonceHeader, protocolVersion, syncContentType } from '#contract/protocol.ts'
import { type EntryId, MunicipalityId, SectionId, ZoneId } from '#domain/base/ids.ts'
import type { Role } from '#domain/base/role.ts'
import { StreamId } from '#domain/streams/stream.ts'
import type { EmployeeProfile } from '#domain/vault/employee-profile.ts'
import { createAccount } from '#server/accounts/create-account.ts'
import { createMunicipality } from '#server/accounts/create-municipality.ts'
import { nodeHasher } from '#server/base/node-hasher.ts'
import type { DatabaseTransaction } from '#server/database/database.ts'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { projectWaiting } from '#server/projection/projection.ts'
import { sealOpener } from '#server/projection/seal-opener.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { writeVersions } from '#server/streams/write-versions.ts'
import type { GroundServer } from './ground.ts'

export const [north, second, south] = [
  ZoneId.parse('nord-1'),
  ZoneId.parse('nord-2'),
  ZoneId.parse('sor-1'),
]

/** Somebody with an account, who has signed in. */
export type Hired = { profile: EmployeeProfile; headers: Record<string, string> }

export type Town = Awaited<ReturnType<typeof foundTown>>

/** A municipality of three zones on a server, with nobody in it; or one that is there already. */
export async function foundTown(
  ground: GroundServer,
  municipality = MunicipalityId.parse(`by-${randomUUID().slice(0, 8)}`),
) {
  const { server, services, now } = ground
  const { db, accounts } = services
  const host = `${municipality}.test`
  await createMunicipality(accounts, {
    id: municipality,
    name: 'Testby',
    hostName: host,
    sections: ['nord', 'sor'].map((id) => ({ id: SectionId.parse(id), name: id })),
    zones: [north, second, south].map((id) => ({
      id,
      name: id,
      section: SectionId.parse(id.replace(/-\d$/, '')),
    })),
  })
  const scope = await systemScope(db, municipality)
  const stream = (name: string) => StreamId.parse(`${municipality}/real/${name}`)

  /** What the phones that have a stream get of a document; null for nothing. */
  function findDocument(name: string, docId: string) {
    return withTenant(db, scope, (transaction) =>
      postgresStreamStore(transaction).findDocument(stream(name), docId),
    )
  }

  async function projectAll(): Promise<void> {
    const seals = sealOpener(() => services.keys.current().sealing)
    const ports = services.projection
    const none = { onFault: () => {}, onFaulted: () => {}, onAlarm: () => {} }
    await projectWaiting({ db, seals, ports, now, ...none }, municipality)
  }

  async function countWaiting(): Promise<number> {
    const rows = await withTenant(db, scope, (transaction) =>
      transaction
        .selectFrom('inbox')
        .select('entryId')
        .where('status', '=', 'stored')
        .where('projected', '=', 'waiting')
        .execute(),
    )
    return rows.length
  }

  /** Answers how many entries still wait: the server projects too, from the moment of a push. */
  async function settle(milliseconds: number): Promise<number> {
    for (let left = milliseconds; left > 0; left -= 20) {
      if ((await countWaiting()) === 0) return 0
      await setTimeout(20)
    }
    return countWaiting()
  }

  return {
    ...ground,
    municipality,
    host,
    scope,
    stream,

    /** Writes a document as an import does. */
    async put(name: string, docId: string, body: unknown, schema = 'patient@1'): Promise<void> {
      const write = { kind: 'put', docId, schema, body } as const
      await withTenant(db, scope, (transaction) =>
        writeVersions(postgresStreamStore(transaction), stream(name), [write], {
          hasher: nodeHasher,
          now: now(),
        }),
      )
    },

    /** Asks the server as the app does. */
    ask(path: string, message: object, headers: Record<string, string>) {
      return server.inject({
        method: 'POST',
        url: path,
        headers: { ...headers, 'content-type': syncContentType, [nonceHeader]: randomUUID() },
        payload: JSON.stringify({ protocol: protocolVersion, ...message }),
      })
    },

    /** Projects in so many rounds, an hour from one to the next, whatever then still waits. */
    async projectRounds(
      rounds: number,
      after: (transaction: DatabaseTransaction) => Promise<unknown>,
    ): Promise<void> {
      for (let round = 0; round < rounds; round++) {
        await projectAll()
        await withTenant(db, scope, after)
        ground.passMinutes(60)
      }
      await settle(1_000)
    },

    /** Waits until every stored entry has had its effect, or never will. */
    async project(): Promise<void> {
      await projectAll()
      if ((await settle(20_000)) > 0) throw new Error('Entries still wait.')
    },

    findDocument,

    /** What the zone's phones get of an entry; null for nothing. */
    findNote: (zone: ZoneId, entryId: EntryId) => findDocument(`${zone}/journal`, entryId),

    async hire(name: string, role: Role, zones: readonly ZoneId[]): Promise<Hired> {
      const username = randomUUID()
      const account = { name, title: 'Sykepleier', hprNumber: '1234567', role, zones }
      const password = 'riktig hest batteri'
      const employeeId = await createAccount(services, municipality, {
        username,
        password,
        ...account,
      })
      const answer = await server.inject({
        method: 'POST',
        url: '/api/sign-in',
        headers: { host },
        payload: { username, password },
      })
      const [cookie] = [answer.headers['set-cookie']].flat()
      if (cookie === undefined) throw new Error(`${name} could not sign in: ${answer.body}`)
      const author = { employeeId, name, title: account.title, hprNumber: account.hprNumber }
      return {
        profile: { author, role, zones: zones.map((id) => ({ id, name: id })) },
        headers: {
          host,
          cookie: cookie.split(';')[0] ?? '',
          'sec-fetch-site': 'same-origin',
        },
      }
    },
  }
}
