import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultActionCards } from '#content/action-cards/default-action-cards.ts'
import { defaultForms } from '#content/forms/default-forms.ts'
import { MunicipalityId, SectionId } from '#domain/base/ids.ts'
import { documentOf, type NamedDocument } from '#domain/documents/document-of.ts'
import type { Stream } from '#domain/streams/stream.ts'
import { createAccount } from '#server/accounts/create-account.ts'
import { createMunicipality } from '#server/accounts/create-municipality.ts'
import type { Database } from '#server/database/database.ts'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { openLog } from '#server/base/log.ts'
import { nodeHasher } from '#server/base/node-hasher.ts'
import { runServer } from '#server/main.ts'
import type { Services } from '#server/services.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { writeAllStreams } from '#server/streams/write-all-streams.ts'
import { openSystem } from '#server/system.ts'
import { asBenchOwner } from './as-bench-owner.ts'
import { benchServices, benchZone, manyDetails, manyPatients } from './page/people.ts'
import { benchLeader, benchPassword, benchUsername } from './page/sync/first-sync-account.ts'

export const benchMunicipality = MunicipalityId.parse('bench')
const municipality = benchMunicipality
const section = SectionId.parse('nord')

/** So many patients and their details are changed before a delta is measured. */
export const changedPatients = 100

export type UseDatabase = <Used>(use: (db: Database) => Promise<Used>) => Promise<Used>

/**
 * Runs the real server, on a PostgreSQL of its own that holds so many patients, for as long as `work` takes. `change`
 * writes a newer version of some of them, as another process on the same data; `useDatabase` lends its database as the owner of the tables.
 */
export async function withBenchServer<Value>(
  { patients, clientFolder }: { patients: number; clientFolder: string },
  work: (url: string, change: () => Promise<void>, useDatabase: UseDatabase) => Promise<Value>,
): Promise<Value> {
  const dataDir = await mkdtemp(join(tmpdir(), 'beredt-bench-data-'))
  const environment = {
    dataDir,
    databaseUrl: null,
    databaseOwnerUrl: null,
    host: '127.0.0.1',
    port: 0,
    publicUrl: null,
    securityWebhook: null,
    tls: null,
    metricsToken: null,
    demo: 'off',
    logLevel: 'error',
  } as const
  // Standard output is the answer's alone.
  const log = openLog('error', { write: (line) => void process.stderr.write(line) })
  try {
    const system = await openSystem(environment, log)
    try {
      await fill(system.services, patients)
    } finally {
      await system.close()
    }
    const server = await runServer(environment, log, { clientFolder, seed: null })
    // PostgreSQL would outlive this process.
    const stop = () => void server.close().finally(() => process.exit(130))
    process.once('SIGINT', stop).once('SIGTERM', stop)
    try {
      const rounds = { done: 0 }
      const useSystem = async <Used>(use: (services: Services) => Promise<Used>): Promise<Used> => {
        const system = await openSystem(environment, log)
        try {
          return await use(system.services)
        } finally {
          await system.close()
        }
      }
      const change = () =>
        useSystem((services) => write(services, changedDocuments(patients, ++rounds.done)))
      return await work(server.url, change, (use) => asBenchOwner(dataDir, use))
    } finally {
      process.off('SIGINT', stop).off('SIGTERM', stop)
      await server.close()
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function fill(services: Services, count: number): Promise<void> {
  await createMunicipality(services.accounts, {
    id: municipality,
    name: 'Eksempel kommune',
    hostName: null,
    sections: [{ id: section, name: 'Nord' }],
    zones: [{ id: benchZone, name: 'Nord 1', section }],
  })
  const account = { password: benchPassword, hprNumber: null, zones: [benchZone] }
  await createAccount(services, municipality, {
    ...account,
    username: benchUsername,
    role: 'nurse',
    name: 'Anne Dahl',
    title: 'sykepleier',
  })
  await createAccount(services, municipality, {
    ...account,
    username: benchLeader,
    role: 'sectionLeader',
    name: 'Liv Moe',
    title: 'seksjonsleder',
  })
  await write(services, benchDocuments(count))
}

type Written = { stream: Stream; documents: NamedDocument[] }

async function write({ db, sources }: Services, streams: readonly Written[]): Promise<void> {
  const scope = await systemScope(db, municipality)
  await withTenant(db, scope, (transaction) =>
    writeAllStreams(postgresStreamStore(transaction), streams, {
      hasher: nodeHasher,
      now: sources.now(),
    }),
  )
}

const zone = { kind: 'zone', municipality, world: 'real', zone: benchZone } as const

/** Every so-manieth patient with another word, so that the changes lie all over the stream. */
function changedDocuments(count: number, round: number): Written[] {
  const isChanged = (_: unknown, index: number) =>
    index % Math.max(1, Math.floor(count / changedPatients)) === 0
  const mobility = `Endret ${round} ganger`
  const patients = manyPatients(count).filter(isChanged)
  return [
    {
      stream: { ...zone, class: 'critical' },
      documents: patients.map((body) => documentOf('patient', { ...body, mobility })),
    },
  ]
}

/** What a first sync brings. */
export function benchDocuments(count: number): Written[] {
  const everywhere = { kind: 'municipality', municipality, world: 'real' } as const
  return [
    {
      stream: { ...zone, class: 'critical' },
      documents: manyPatients(count).map((body) => documentOf('patient', body)),
    },
    {
      stream: { ...zone, class: 'details' },
      documents: manyDetails(count).map((body) => documentOf('patientDetails', body)),
    },
    {
      stream: { ...everywhere, class: 'cards' },
      documents: defaultActionCards.map((body) => documentOf('actionCard', body)),
    },
    {
      stream: { ...everywhere, class: 'forms' },
      documents: defaultForms.map((body) => documentOf('questionnaire', body)),
    },
    {
      stream: { ...everywhere, class: 'systems' },
      documents: benchServices.map((body) => documentOf('serviceDefinition', body)),
    },
  ]
}
