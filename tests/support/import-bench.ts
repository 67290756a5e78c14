import type { NamedDocument } from '#domain/documents/document-of.ts'
import { streamIdOf } from '#domain/streams/stream.ts'
import { writeDocuments } from '#server/streams/write-documents.ts'
import { type ImportRunId, KeyId, MunicipalityId, SectionId, ZoneId } from '#domain/base/ids.ts'
import type { RosterRecord } from '#domain/roster/roster-record.ts'
import { createMunicipality } from '#server/accounts/create-municipality.ts'
import type { Database } from '#server/database/database.ts'
import { withTenant } from '#server/database/with-tenant.ts'
import { takeImport, type AcceptedQuestions } from '#server/import/roster/import-lists.ts'
import type { ImportRequest } from '#server/import/roster/import-request.ts'
import { openSection } from '#server/import/roster/import-section.ts'
import type { IdentityKey } from '#server/keys/identity-key.ts'
import type { ImportServices } from '#server/import/roster/import-services.ts'
import type { PreparedImport } from '#server/import/roster/prepare-import.ts'
import { listRoster } from '#server/import/roster/roster-documents.ts'
import { restoreImport } from '#server/import/roster/restore-import.ts'
import { systemSources } from '#server/base/sources.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { readList } from '#server/import/read-list.ts'
import { noon } from './a-patient.ts'
import { nodeHasher } from '#server/base/node-hasher.ts'
import { listHeader, twelveRows } from './list-rows.ts'
import { asOwnerOf, testDatabase } from './test-database.ts'

/** A key that keys nothing away: what is stored is what it says. */
const testIdentityKey: IdentityKey = {
  keyId: KeyId.parse('i'.repeat(43)),
  hash: (bareHash) => `keyed ${bareHash}`,
}

export const testby = MunicipalityId.parse('testby')
export const nord = SectionId.parse('nord')

export { listHeader, twelveRows }

export type ImportBench = {
  services: ImportServices
  owner: Database
  /** Takes a list of these rows in, and answers what it would say. */
  take: (
    rows: readonly string[],
    accept?: Partial<AcceptedQuestions>,
  ) => Promise<PreparedImport & { refusal: string | null; run: ImportRunId | null }>
  /** Undoes the import that `take` answered. */
  restore: (run: ImportRunId | null) => ReturnType<typeof restoreImport>
  request: (rows: readonly string[], fileName?: string) => ImportRequest
  roster: () => Promise<RosterRecord[]>
  /** Writes the municipality's own tables. */
  writeSystems: (documents: readonly NamedDocument[]) => Promise<void>
}

/** A municipality with section Nord of two empty zones, and section Sør of one. */
export async function importBench(): Promise<ImportBench> {
  const { db, accounts, urls } = await testDatabase()
  const services = importServices(db)
  await createMunicipality(accounts, {
    id: testby,
    name: 'Testby',
    hostName: null,
    sections: [
      { id: nord, name: 'Nord' },
      { id: SectionId.parse('sor'), name: 'Sør' },
    ],
    zones: [
      ['nord-1', 'Nord 1', 'nord'],
      ['nord-2', 'Nord 2', 'nord'],
      ['sor-1', 'Sør 1', 'sor'],
    ].map(([id, name = '', section]) => ({
      id: ZoneId.parse(id),
      name,
      section: SectionId.parse(section),
    })),
  })
  const request = (rows: readonly string[], fileName = 'uke48.csv'): ImportRequest => ({
    municipality: testby,
    section: nord,
    fileName,
    bytes: new TextEncoder().encode([listHeader, ...rows].join('\r\n')),
    mapping: null,
    placements: [],
    importer: null,
  })
  return {
    services,
    owner: asOwnerOf(urls),
    request,
    async take(rows, accept = {}) {
      const taken = await takeImport(services, request(rows), {
        preview: null,
        accept: { newZones: 'asked', shrink: 'asked', columns: 'asked', ...accept },
      })
      if (!taken.ok) throw new Error(`Refused: ${taken.refusal.kind}`)
      return { ...taken.value, refusal: taken.value.refusal?.kind ?? null }
    },
    async restore(run) {
      if (run === null) throw new Error('Nothing was taken in')
      const section = { municipality: testby, section: nord, importer: null }
      return await restoreImport(services, section, run)
    },
    async writeSystems(documents) {
      const stream = {
        kind: 'municipality',
        municipality: testby,
        world: 'real',
        class: 'systems',
      } as const
      await withTenant(
        db,
        { municipality: testby, zones: [], account: null, role: null },
        async (transaction) => {
          await writeDocuments(
            services.openStreams(transaction),
            streamIdOf(stream),
            documents.map((document) => ({ kind: 'put', ...document })),
            { writer: 'seed', hasher: nodeHasher, now: noon },
          )
        },
      )
    },
    async roster() {
      const opened = await openSection(db, request([]))
      if (!opened.ok) throw new Error(`Refused: ${opened.refusal.kind}`)
      const { scope, ownZones } = opened.value
      const { records } = await withTenant(db, scope, (transaction) =>
        listRoster(
          {
            streams: services.openStreams(transaction),
            municipality: testby,
            world: services.world,
          },
          ownZones,
        ),
      )
      return records.toSorted((a, b) => (a.patient.name.family < b.patient.name.family ? -1 : 1))
    },
  }
}

function importServices(db: Database): ImportServices {
  return {
    db,
    hasher: nodeHasher,
    readList: (bytes, context) => Promise.resolve(readList(bytes, context)),
    world: 'real',
    sources: { ...systemSources, now: () => noon },
    identities: testIdentityKey,
    openStreams: postgresStreamStore,
  }
}
