import { randomUUID } from 'node:crypto'
import { endring } from '#content/forms/endring.ts'
import { shownAmendments } from '#domain/amendments/shown-amendments.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import { type EmployeeId, EntryId, type ZoneId } from '#domain/base/ids.ts'
import type { Role } from '#domain/base/role.ts'
import { EntryContent } from '#domain/entries/entry-content.ts'
import { formReferenceOf } from '#domain/forms/form-reference.ts'
import type { Answers } from '#domain/forms/asked-items.ts'
import { responseOf } from '#domain/forms/response-layout.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { bothClasses, readAmendments } from '#server/amendments/read-amendments.ts'
import { nodeHasher } from '#server/base/node-hasher.ts'
import { createAccount } from '#server/accounts/create-account.ts'
import { withTenant } from '#server/database/with-tenant.ts'
import { listRoster } from '#server/import/roster/roster-documents.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { writeVersions } from '#server/streams/write-versions.ts'
import { amendmentAnswers } from './an-amendment.ts'
import { appendEntry } from './append-entry.ts'
import { rightsBench } from './rights-bench.ts'
import { type BenchDevice, enrolledDevice } from './sync-bench.ts'
import { signIn, testMunicipality, testPassword, type TestServer } from './test-server.ts'
import { webCryptoOf } from './web-crypto.ts'

export type SignedAmendment = {
  kind: string
  texts?: Readonly<Record<string, string>>
  corrects?: EntryId
}

/** A server whose phones sign what has changed since the list, and whose leader takes lists in. */
export async function amendmentsBench(bench: TestServer) {
  const { services, server } = bench
  const { db } = services
  const crypto = webCryptoOf(services.keys.current())
  const rights = await rightsBench(bench, crypto)
  const { scope } = rights
  const place = { municipality: testMunicipality, world: 'real' as const }
  const form = formReferenceOf(endring)
  await withTenant(db, scope, (transaction) =>
    writeVersions(
      postgresStreamStore(transaction),
      StreamId.parse(`${testMunicipality}/real/*/forms`),
      [{ kind: 'put', ...documentOf('questionnaire', endring) }],
      { hasher: nodeHasher, now: bench.now() },
    ),
  )

  async function readZone(zone: ZoneId) {
    return await withTenant(db, scope, async (transaction) => {
      const streams = postgresStreamStore(transaction)
      const { records } = await listRoster({ streams, ...place }, [zone])
      return { found: await readAmendments(streams, { ...place, zone }), records }
    })
  }

  return {
    rights,
    async employee(
      username: string,
      name: string,
      role: Role,
      zones: readonly ZoneId[],
    ): Promise<EmployeeId> {
      return await createAccount(services, testMunicipality, {
        username,
        role,
        zones,
        password: testPassword,
        name,
        title: 'Sykepleier',
        hprNumber: null,
      })
    },
    phoneOf: async (username: string): Promise<BenchDevice> =>
      enrolledDevice(server, await signIn(bench, username), crypto, { now: bench.now }),

    /** Signs a change on a phone that has no contact. */
    async sign(
      phone: BenchDevice,
      patient: Pick<Patient, 'id' | 'zone'>,
      { kind, texts = {}, corrects }: SignedAmendment,
    ): Promise<EntryId> {
      const entryId = EntryId.parse(randomUUID())
      const now = bench.now()
      const answers: Answers = {
        ...amendmentAnswers(kind, texts),
        from: [{ valueDateTime: now }],
      }
      await appendEntry(phone.outbox, crypto, {
        entryId,
        municipality: testMunicipality,
        zone: patient.zone,
        form,
        now,
        content: (author) =>
          EntryContent.parse({
            kind: 'form',
            author,
            patientId: patient.id,
            eventAt: now,
            writtenAt: now,
            corrects: corrects === undefined ? null : { entryId: corrects, reason: 'Feil' },
            response: responseOf(endring, answers, 'completed'),
          }),
      })
      return entryId
    },

    /** The phone finds network again, and the server reads what it has sent. */
    async send(...phones: readonly BenchDevice[]): Promise<void> {
      for (const phone of phones) await phone.sync('locked')
      await rights.project()
    },

    /** A zone's amendments as they lie in its streams. */
    amendments: async (zone: ZoneId) => (await readZone(zone)).found,

    /** What lies on top of a zone's list now. */
    async shown(zone: ZoneId) {
      const { found, records } = await readZone(zone)
      const patients = records.map(({ patient }) => patient)
      const details = records.map((record) => record.details)
      return shownAmendments(bothClasses(found), patients, details, bench.now())
    },
    patients: async (zone: ZoneId) => (await readZone(zone)).records.map(({ patient }) => patient),

    /** Puts the list back that an import replaced. */
    async restore(username: string, run: string) {
      return await server.inject({
        method: 'POST',
        url: '/api/import/restore',
        headers: await signIn(bench, username),
        payload: { section: 'nord', run },
      })
    },

    async importFile(username: string, file: object) {
      const headers = await signIn(bench, username)
      const ask = (step: 'preview' | 'take', query = '') =>
        server.inject({
          method: 'POST',
          url: `/api/import/${step}?section=nord&fileName=liste.json${query}`,
          headers: { ...headers, 'content-type': 'application/octet-stream' },
          payload: JSON.stringify(file),
        })
      const preview = (await ask('preview')).json<Record<string, unknown>>()
      const taken = (
        await ask('take', `&preview=${String(preview['preview'])}&acceptShrink=yes`)
      ).json<Record<string, unknown>>()
      return { preview, taken }
    },
  }
}
