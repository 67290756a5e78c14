import { randomUUID } from 'node:crypto'
import { deviceKinds } from '#content/device-kinds.ts'
import { mottakslogg } from '#content/forms/mottakslogg.ts'
import { defaultServiceDefinitions } from '#content/service-codes.ts'
import { EntryId, PatientId, type ZoneId } from '#domain/base/ids.ts'
import { documentOf, type NamedDocument } from '#domain/documents/document-of.ts'
import { zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import { EntryContent } from '#domain/entries/entry-content.ts'
import {
  aboutEntryItems,
  responseAboutEntry,
  withdrawalForm,
} from '#domain/entries/forms-about-entries.ts'
import type { Answers } from '#domain/forms/asked-items.ts'
import { formReferenceOf } from '#domain/forms/form-reference.ts'
import { responseOf } from '#domain/forms/response-layout.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { nodeHasher } from '#server/base/node-hasher.ts'
import { withTenant } from '#server/database/with-tenant.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { readAgedDocuments, readDocuments } from '#server/streams/read-documents.ts'
import { writeVersions } from '#server/streams/write-versions.ts'
import { registrationAnswers } from './a-registration.ts'
import { amendmentsBench } from './amendments-bench.ts'
import { appendEntry } from './append-entry.ts'
import type { BenchDevice } from './sync-bench.ts'
import { testMunicipality, type TestServer } from './test-server.ts'
import { webCryptoOf } from './web-crypto.ts'

type Registering = { answers?: Answers; corrects?: EntryId; entryId?: EntryId }

const place = { municipality: testMunicipality, world: 'real' as const }

/** A server whose phones register patients whom no list has. */
export async function newPatientsBench(bench: TestServer) {
  const { services } = bench
  const { db } = services
  const amendments = await amendmentsBench(bench)
  const { scope } = amendments.rights
  const crypto = webCryptoOf(services.keys.current())
  const writeAll = (name: string, documents: readonly NamedDocument[]) =>
    withTenant(db, scope, (transaction) =>
      writeVersions(
        postgresStreamStore(transaction),
        StreamId.parse(`${testMunicipality}/real/*/${name}`),
        documents.map((document) => ({ kind: 'put' as const, ...document })),
        { hasher: nodeHasher, now: bench.now() },
      ),
    )
  await writeAll('forms', [documentOf('questionnaire', mottakslogg)])
  await writeAll('systems', [
    ...defaultServiceDefinitions.map((one) => documentOf('serviceDefinition', one)),
    ...deviceKinds.map((one) => documentOf('deviceKind', one)),
  ])

  type Content = Partial<Extract<EntryContent, { kind: 'form' }>>

  /** Signs a form on a phone that has no contact. */
  async function signForm(
    phone: BenchDevice,
    zone: ZoneId,
    form: Parameters<typeof appendEntry>[2]['form'],
    { entryId = EntryId.parse(randomUUID()), ...content }: Content & { entryId?: EntryId },
  ): Promise<EntryId> {
    const now = bench.now()
    await appendEntry(phone.outbox, crypto, {
      entryId,
      municipality: testMunicipality,
      zone,
      form,
      now,
      content: (author) =>
        EntryContent.parse({
          kind: 'form',
          author,
          patientId: null,
          eventAt: now,
          writtenAt: now,
          corrects: null,
          ...content,
        }),
    })
    return entryId
  }

  return {
    ...amendments,
    signForm,

    /** Registers «Nilsen, Aud», or corrects her; she has the id of the first entry. */
    async register(
      phone: BenchDevice,
      zone: ZoneId,
      { answers = registrationAnswers(), corrects, entryId }: Registering = {},
    ): Promise<PatientId> {
      const signed = await signForm(phone, zone, formReferenceOf(mottakslogg), {
        corrects: corrects === undefined ? null : { entryId: corrects, reason: 'Feil' },
        response: responseOf(mottakslogg, answers, 'completed'),
        ...(entryId === undefined ? {} : { entryId }),
      })
      return PatientId.parse(signed)
    },

    async withdraw(phone: BenchDevice, zone: ZoneId, entryId: EntryId): Promise<EntryId> {
      return await signForm(phone, zone, withdrawalForm, {
        withdraws: { entryId, reason: 'Feil' },
        response: responseAboutEntry('withdraws', [
          { linkId: aboutEntryItems.what, text: 'Hva?', answer: 'Ny bruker' },
          { linkId: aboutEntryItems.reason, text: 'Hvorfor?', answer: 'Feil' },
        ]),
      })
    },

    /** All that a zone's streams have of patients, temporary or not. */
    async zonePatients(zone: ZoneId) {
      return await withTenant(db, scope, async (transaction) => {
        const streams = postgresStreamStore(transaction)
        const of = { ...place, zone }
        const patients = await readAgedDocuments(streams, 'patient', zoneStreamOf('patient', of))
        const details = await readAgedDocuments(
          streams,
          'patientDetails',
          zoneStreamOf('patientDetails', of),
        )
        const hidden = await readDocuments(
          streams,
          'protectedDetails',
          zoneStreamOf('protectedDetails', of),
        )
        return { patients: patients.values, details: details.values, hidden: hidden.values }
      })
    },
  }
}
