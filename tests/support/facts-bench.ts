import type { EntryId, IncidentId, ZoneId } from '#domain/base/ids.ts'
import type { DocumentBodies } from '#domain/documents/document-kinds.ts'
import { municipalityStreamOf, zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import {
  coordinationFactForm,
  EntryContent,
  personFactForm,
} from '#domain/entries/entry-content.ts'
import type { CoordinationFactBody } from '#domain/incidents/coordination-fact.ts'
import type { PersonFactBody } from '#domain/people/person-fact.ts'
import type { FormReference } from '#domain/forms/form-reference.ts'
import type { Instant } from '#domain/time/instant.ts'
import { withTenant } from '#server/database/with-tenant.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { readDocuments } from '#server/streams/read-documents.ts'
import { newEntryId } from './new-fact.ts'
import { appendEntry } from './append-entry.ts'
import type { RightsBench } from './rights-bench.ts'
import type { BenchDevice } from './sync-bench.ts'
import type { TestCrypto } from './test-crypto.ts'
import { testMunicipality, type TestServer } from './test-server.ts'

type Saying = {
  entryId?: EntryId
  incident: IncidentId | null
  /** What the phone's clock shows; the server's own by default. */
  at?: Instant
  isTyped?: boolean
  writtenAt?: Instant
  replaces?: EntryId[]
  /** The name that a phone claims for its author. */
  name?: string
  form?: FormReference
}
export type OfIncident = Saying & { body: CoordinationFactBody; zone?: ZoneId | null }
export type OfPerson = Saying & { body: PersonFactBody; zone: ZoneId | null }

const place = { municipality: testMunicipality, world: 'real' } as const

const peopleOf = (zone: ZoneId) => zoneStreamOf('personFact', { ...place, zone })

/** Phones that say something about an incident or its people, and what the server makes of it. */
export function factsBench(bench: TestServer, rights: RightsBench, crypto: TestCrypto) {
  async function append(
    phone: BenchDevice,
    kind: 'coordinationFact' | 'personFact',
    { zone = null, ...said }: OfIncident | OfPerson,
  ): Promise<EntryId> {
    const { entryId = newEntryId() } = said
    const now = bench.now()
    const usual = kind === 'personFact' ? personFactForm : coordinationFactForm
    const { incident, at = now, isTyped = false, replaces = [], name, form = usual, body } = said
    const { writtenAt = at } = said
    await appendEntry(phone.outbox, crypto, {
      entryId,
      municipality: testMunicipality,
      zone,
      incident,
      form,
      now: writtenAt,
      content: (author) =>
        EntryContent.parse({
          kind,
          author: { ...author, ...(name === undefined ? {} : { name }) },
          at,
          isTyped,
          replaces,
          writtenAt,
          body,
        }),
    })
    return entryId
  }

  async function send(phone: BenchDevice, entryId: EntryId): Promise<EntryId> {
    await phone.sync('locked')
    await rights.project()
    return entryId
  }

  function read<Kind extends 'coordinationFact' | 'personFact' | 'callShares'>(
    kind: Kind,
    stream: Parameters<typeof readDocuments>[2],
  ): Promise<DocumentBodies[Kind][]> {
    return withTenant(bench.services.db, rights.scope, async (transaction) => {
      const { values } = await readDocuments(postgresStreamStore(transaction), kind, stream)
      return values
    })
  }

  const incidentFacts = () =>
    read('coordinationFact', municipalityStreamOf('coordinationFact', place))
  const personFacts = (zone: ZoneId) => read('personFact', peopleOf(zone))

  return {
    append,
    incidentFacts,
    personFacts,
    callShares: (zone: ZoneId) => read('callShares', peopleOf(zone)),
    sayOfIncident: async (phone: BenchDevice, said: OfIncident) =>
      send(phone, await append(phone, 'coordinationFact', said)),
    sayOfPerson: async (phone: BenchDevice, said: OfPerson) =>
      send(phone, await append(phone, 'personFact', said)),
    /** What all phones get of a fact about an incident; null for nothing. */
    async findOfIncident(entryId: EntryId) {
      return (await incidentFacts()).find((fact) => fact.entryId === entryId) ?? null
    },
    async findOfPerson(zone: ZoneId, entryId: EntryId) {
      return (await personFacts(zone)).find((fact) => fact.entryId === entryId) ?? null
    },
  }
}
