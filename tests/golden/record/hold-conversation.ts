import { randomUUID } from 'node:crypto'
import { nonceHeader, protocolVersion, syncContentType } from '#contract/protocol.ts'
import { ListHeldEntriesAnswer } from '#contract/list-held-entries.ts'
import { routes } from '#contract/routes.ts'
import { DeviceId, type EmployeeId, PatientId, ZoneId } from '#domain/base/ids.ts'
import type { EntryContent } from '#domain/entries/entry-content.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { emptyState } from '#server/streams/stream-store.ts'
import { signHead } from '#server/streams/sign-head.ts'
import { statementSigner } from '#server/keys/statement-signer.ts'
import { nodeHasher } from '#server/base/node-hasher.ts'
import { withTenant } from '#server/database/with-tenant.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { type DocumentWrite, writeVersions } from '#server/streams/write-versions.ts'
import { webSignatureCheck } from '#sealing/es256.ts'
import { listHeader, twelveRows } from '../../support/import-bench.ts'
import { enrolPhone, phoneKeys } from '../../support/enrol-phone.ts'
import { resume } from '../../support/resumed-session.ts'
import { rightsBench } from '../../support/rights-bench.ts'
import { enrolledDevice } from '../../support/sync-bench.ts'
import { fastHasher } from '../../support/test-crypto.ts'
import {
  anAccount,
  signIn,
  testMunicipality,
  type TestServer,
  testZones,
} from '../../support/test-server.ts'
import { webCryptoOf } from '../../support/web-crypto.ts'
import { selectDemo } from './demo-selection.ts'
import { keepAccounts } from './keep-accounts.ts'
import { writeEntries } from './write-entries.ts'

const north = ZoneId.parse('nord-1')
const south = ZoneId.parse('sor-1')

/**
 * Two phones, a leader, the on-call and the administrator say everything to the server that they can. Answers what was
 * sealed in their entries.
 */
export async function holdConversation(bench: TestServer): Promise<EntryContent[]> {
  const { server, services } = bench
  const crypto = webCryptoOf(services.keys.current())
  const rights = await rightsBench(bench, crypto)
  const put = (stream: StreamId, write: DocumentWrite) =>
    withTenant(services.db, rights.scope, (transaction) =>
      writeVersions(postgresStreamStore(transaction), stream, [write], {
        hasher: nodeHasher,
        now: bench.now(),
      }),
    )
  const documents = selectDemo(testMunicipality).filter(({ stream }) =>
    /\/(\*|nord-1|sor-1)\//.test(stream),
  )
  for (const { stream, ...document } of documents) await put(stream, { kind: 'put', ...document })

  const nurseId = await anAccount(bench, { username: 'nina', role: 'nurse', zones: [north] })
  const leaderZones = testZones.slice()
  await anAccount(bench, { username: 'solveig', role: 'sectionLeader', zones: leaderZones })
  const onCallId = await anAccount(bench, { username: 'tone', role: 'hdu', zones: [north] })
  await anAccount(bench, { username: 'petter', role: 'administrator', zones: [] })
  const nurse = await signIn(bench, 'nina')
  const leader = await signIn(bench, 'solveig')
  const onCall = await signIn(bench, 'tone')
  const administrator = await signIn(bench, 'petter')
  const post = (url: string, headers: Record<string, string>, payload: object) =>
    server.inject({ method: 'POST', url, headers, payload })

  // A phone that enrols, fetches everything, writes what can be written, and hears what became of it.
  const phone = await enrolledDevice(server, nurse, crypto)
  await phone.sync()
  const patient = documents.find(({ schema }) => schema.startsWith('patient@'))
  if (patient === undefined) throw new Error('The demo has no patient')
  const patientId = PatientId.parse(patient.docId)
  const contents = await writeEntries(phone.outbox, crypto, {
    zone: north,
    patientId,
    now: bench.now(),
  })
  await phone.sync()
  await rights.project()
  await phone.sync()
  await put(patient.stream, { kind: 'delete', docId: patient.docId })
  await phone.sync()
  const tablet = await enrolledDevice(server, leader, crypto)
  await tablet.sync()

  await resets(bench, nurse, patient.stream)

  // What waits for a leader.
  for (const decision of [
    { kind: 'taken' },
    { kind: 'rejected', reason: 'Skrevet på feil bruker' },
  ]) {
    await rights.send(phone, { zone: south, patientId })
    await tablet.sync()
    const listed = await server.inject({ url: routes.listHeldEntries.path, headers: leader })
    const entryId = ListHeldEntriesAnswer.parse(listed.json()).entries[0]?.note.entryId
    await post(routes.decideHeldEntry.path, leader, { entryId, decision })
    await phone.sync('locked')
  }

  // A colleague's phone, on which she goes on with a session that she had.
  const deviceId = DeviceId.parse(randomUUID())
  const keys = await phoneKeys(crypto)
  const vouched = await enrolPhone(server, nurse, keys, nurseId, deviceId)
  await resume(server, { keys, employeeId: nurseId, deviceId, vouched })

  await imports(bench, leader)
  await put(patient.stream, { kind: 'put', ...patient })
  for (const part of ['details', 'code', 'address']) {
    await post(routes.readPatientDetails.path, onCall, {
      employee: onCallId,
      world: 'real',
      zone: north,
      patientId,
      part,
      reason: 'Leder enheten, alarm uten svar',
    })
  }
  await server.inject({ url: routes.listAlarms.path, headers: administrator })
  await server.inject({ url: routes.listSecurityEvents.path, headers: administrator })
  await keepAccounts(bench, administrator)
  await post(routes.reserveBinderCopy.path, leader, binderCopy(north))
  await refusals(bench, nurse, nurseId)
  return contents
}

type Headers = Awaited<ReturnType<typeof signIn>>

/** The answers to a device whose history is not the server's. */
async function resets({ server, services, now }: TestServer, headers: Headers, stream: StreamId) {
  const pull = (highest: unknown, part: object) =>
    server.inject({
      method: 'POST',
      url: routes.pullStream.path,
      headers: { ...headers, 'content-type': syncContentType, [nonceHeader]: 'nonce' },
      payload: JSON.stringify({
        protocol: protocolVersion,
        session: randomUUID(),
        stream,
        highest,
        part,
        limit: 100,
      }),
    })
  const witness = { seq: 1, chain16: 'f'.repeat(16) }
  await pull(null, { kind: 'changes', base: 1, after: 1, witness })
  const above = { seq: 900, chain16: 'f'.repeat(16) }
  await pull(null, { kind: 'changes', base: 900, after: 900, witness: above })
  const lost = await signHead(
    stream,
    { ...emptyState, seq: 900 },
    {
      signer: statementSigner(services.keys.current().signing),
      trust: { signatures: webSignatureCheck, hasher: fastHasher },
      now: now(),
    },
  )
  await pull(lost, { kind: 'buckets', layout: null })
}

/** A list that is previewed, taken in, refused and taken back, and a mapping. */
async function imports({ server }: TestServer, headers: Headers): Promise<void> {
  const payload = [listHeader, ...twelveRows, ';;14.03.1941;Furuveien 12;;nord-1;TRY;']
    .join('\n')
    .replaceAll('Nord ', 'nord-')
  const send = (step: 'preview' | 'take', query = '') =>
    server.inject({
      method: 'POST',
      url: `/api/import/${step}?section=nord&fileName=uke48.csv${query}`,
      headers: { ...headers, 'content-type': 'application/octet-stream' },
      payload,
    })
  const { preview } = (await send('preview')).json<{ preview: string }>()
  const accept = `&preview=${preview}&acceptShrink=yes&acceptNewZones=yes`
  const { run } = (await send('take', accept)).json<{ run: string }>()
  await send('take', accept)
  await send('preview')
  const restore = { section: 'nord', run }
  await server.inject({
    method: 'POST',
    url: routes.restoreImport.path,
    headers,
    payload: restore,
  })
  await server.inject({
    method: 'PUT',
    url: routes.saveColumnMapping.path,
    headers,
    payload: { name: 'Profil', columns: {} },
  })
  await server.inject({ url: routes.listColumnMappings.path, headers })
}

function binderCopy(zone: ZoneId): object {
  return {
    zone,
    world: 'real',
    reason: 'ukentlig utskrift',
    asOf: null,
    hash: '7f'.repeat(32),
    pages: 61,
    patients: 52,
    replaces: null,
    versions: { 'patient/1': '0'.repeat(32) },
  }
}

async function refusals({ server }: TestServer, headers: Headers, employee: EmployeeId) {
  await server.inject({
    method: 'POST',
    url: routes.signIn.path,
    payload: { username: 'nina', password: 'feil' },
  })
  await server.inject({ url: routes.readSession.path })
  await server.inject({ url: routes.listAlarms.path, headers })
  await server.inject({
    method: 'POST',
    url: routes.listStreams.path,
    headers: { ...headers, 'content-type': syncContentType, [nonceHeader]: 'nonce' },
    payload: JSON.stringify({ protocol: 2, employee }),
  })
}
