import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { EntryContent } from '#domain/entries/entry-content.ts'
import { DeviceId, EntryId, type IncidentId, PatientId, ZoneId } from '#domain/base/ids.ts'
import { FormReference } from '#domain/forms/form-reference.ts'
import {
  aboutEntryItems,
  countersigningForm,
  responseAboutEntry,
} from '#domain/entries/forms-about-entries.ts'
import type { ResponseItem } from '#domain/forms/questionnaire-response.ts'
import { StreamId } from '#domain/streams/stream.ts'
import type { Instant } from '#domain/time/instant.ts'
import { nodeHasher } from '#server/base/node-hasher.ts'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { projectWaiting } from '#server/projection/projection.ts'
import { sealOpener } from '#server/projection/seal-opener.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { type DocumentWrite, writeVersions } from '#server/streams/write-versions.ts'
import { appendEntry } from './append-entry.ts'
import type { BenchDevice } from './sync-bench.ts'
import type { TestCrypto } from './test-crypto.ts'
import { testMunicipality, type TestServer } from './test-server.ts'

const form = {
  resourceType: 'Questionnaire',
  url: 'urn:beredt:form:prove',
  version: '1',
  name: 'prove',
  title: 'Prøve',
  status: 'active',
  subjectType: ['Patient'],
  item: [
    { linkId: 'text', text: 'Hva gjorde du?', type: 'string', required: true },
    {
      linkId: 'outcome',
      text: 'Dosen (mg)',
      type: 'choice',
      answerOption: [{ valueCoding: { code: 'given', display: 'Gitt' } }],
    },
  ],
}

export type ToWrite = {
  zone: ZoneId | null
  patientId?: PatientId | null
  text?: string
  item?: ResponseItem[]
  author?: { name?: string; title?: string; hprNumber?: string }
  eventAt?: Instant
  writtenAt?: Instant
  kind?: EntryContent['kind']
  incident?: IncidentId
  /** The entry that its author says she has checked. */
  countersigns?: Form['countersigns']
}

type Form = Extract<EntryContent, { kind: 'form' }>

const streamId = (name: string) => StreamId.parse(`${testMunicipality}/real/${name}`)

function onFault(fault: unknown): void {
  throw fault
}

export type RightsBench = Awaited<ReturnType<typeof rightsBench>>

/** Phones that write what they should not, and what the server makes of it. */
export async function rightsBench(bench: TestServer, crypto: TestCrypto) {
  const { services } = bench
  const { db } = services
  const scope = await systemScope(db, testMunicipality)

  const write = (stream: string, one: DocumentWrite) =>
    withTenant(db, scope, (transaction) =>
      writeVersions(postgresStreamStore(transaction), streamId(stream), [one], {
        hasher: nodeHasher,
        now: bench.now(),
      }),
    )
  await write('*/forms', { kind: 'put', docId: 'prove@1', schema: 'questionnaire@1', body: form })

  async function project(): Promise<void> {
    const seals = sealOpener(() => services.keys.current().sealing)
    await projectWaiting(
      { db, seals, now: bench.now, onFault, onFaulted: onFault, onAlarm: () => {} },
      testMunicipality,
    )
    // The server projects too, from the moment of the push.
    const waiting = () =>
      withTenant(db, scope, async (transaction) => {
        const rows = await transaction
          .selectFrom('inbox')
          .select('entryId')
          .where('status', '=', 'stored')
          .where('projected', '=', 'waiting')
          .execute()
        return rows.length
      })
    await expect.poll(waiting, { timeout: 20_000 }).toBe(0)
  }

  async function append(phone: BenchDevice, wanted: ToWrite): Promise<EntryId> {
    const { zone, patientId = null, text = 'SEPONER Marevan', kind = 'form' } = wanted
    const entryId = EntryId.parse(randomUUID())
    const now = bench.now()
    await appendEntry(phone.outbox, crypto, {
      entryId,
      municipality: testMunicipality,
      zone,
      incident: wanted.incident ?? null,
      form: wanted.countersigns === undefined ? FormReference.parse('prove@1') : countersigningForm,
      now,
      content: (author) =>
        EntryContent.parse(
          kind === 'cardOpened'
            ? { kind, author, patientId, openedAt: now, revealed: null, reason: null }
            : {
                kind,
                author: { ...author, ...wanted.author },
                patientId,
                eventAt: wanted.eventAt ?? now,
                writtenAt: wanted.writtenAt ?? now,
                corrects: null,
                countersigns: wanted.countersigns,
                response:
                  wanted.countersigns === undefined
                    ? {
                        resourceType: 'QuestionnaireResponse',
                        questionnaire: 'urn:beredt:form:prove|1',
                        status: 'completed',
                        item: wanted.item ?? [{ linkId: 'text', answer: [{ valueString: text }] }],
                      }
                    : responseAboutEntry('countersigns', [
                        { linkId: aboutEntryItems.what, text: 'Hva?', answer: 'Prøve' },
                      ]),
              },
        ),
    })
    return entryId
  }

  return {
    scope,
    append,
    project,
    /** A patient on the list of a zone. */
    async aPatient(zone: ZoneId): Promise<PatientId> {
      const patientId = PatientId.parse(randomUUID())
      const body = { name: 'Somby' }
      await write(`${zone}/critical`, { kind: 'put', docId: patientId, schema: 'patient@1', body })
      return patientId
    },
    async leaves(patientId: PatientId, zone: ZoneId): Promise<void> {
      await write(`${zone}/critical`, { kind: 'delete', docId: patientId })
    },
    /** Writes an entry, and pushes it from the locked phone: nothing is asked about streams. */
    async send(phone: BenchDevice, wanted: ToWrite): Promise<EntryId> {
      const entryId = await append(phone, wanted)
      await phone.sync('locked')
      await project()
      return entryId
    },
    /** What the zone's phones get of an entry; null for nothing. */
    async journal(zone: ZoneId, entryId: EntryId) {
      return await withTenant(db, scope, async (transaction) => {
        const streams = postgresStreamStore(transaction)
        const found = await streams.findDocument(streamId(`${zone}/journal`), entryId)
        return found === null || found.deleted ? null : found
      })
    },
    /** What became of an entry. */
    async outcome(entryId: EntryId): Promise<string> {
      return await withTenant(db, scope, async (transaction) => {
        const row = await transaction
          .selectFrom('inbox')
          .select(['projected', 'noticeReason'])
          .where('entryId', '=', entryId)
          .executeTakeFirstOrThrow()
        return [row.projected, row.noticeReason].filter((part) => part !== null).join(' ')
      })
    },
    deviceOf: (phone: BenchDevice): DeviceId => phone.outbox.current,
  }
}
