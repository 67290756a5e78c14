import { randomUUID } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ListAlarmsAnswer } from '#contract/list-alarms.ts'
import { ListStreamsAnswer } from '#contract/list-streams.ts'
import {
  nonceHeader,
  protocolVersion,
  signatureHeader,
  syncContentType,
} from '#contract/protocol.ts'
import { PullStreamAnswer } from '#contract/pull-stream.ts'
import { ReadServerKeysAnswer } from '#contract/read-server-keys.ts'
import { routes } from '#contract/routes.ts'
import { DeviceId, MunicipalityId } from '#domain/base/ids.ts'
import type { Credential } from '#domain/entries/credential.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { checkAnswer, readAnswerSignature } from '#domain/trust/signed-answer.ts'
import { isHeadOf } from '#domain/trust/stream-head.ts'
import { webSignatureCheck } from '#sealing/es256.ts'
import { systemScope, withAccounts, withTenant } from '#server/database/with-tenant.ts'
import { statementSigner } from '#server/keys/statement-signer.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { signHead } from '#server/streams/sign-head.ts'
import { emptyState } from '#server/streams/stream-store.ts'
import { writeVersions } from '#server/streams/write-versions.ts'
import { vouchFor } from '#server/inbox/web-signatures.ts'
import { enrolPhone, phoneKeys } from '../support/enrol-phone.ts'
import { fastHasher } from '../support/test-crypto.ts'
import {
  anAccount,
  signIn,
  testMunicipality,
  testServer,
  testZones,
} from '../support/test-server.ts'
import { webCrypto } from '../support/web-crypto.ts'

const bench = await testServer()
const { server, services } = bench
const trust = { signatures: webSignatureCheck, hasher: fastHasher }
const [north, , south] = testZones
if (north === undefined || south === undefined) throw new Error('The zones are missing')
const nina = await anAccount(bench, { username: 'nina', role: 'nurse', zones: [north] })
const sara = await anAccount(bench, { username: 'sara', role: 'shiftLead', zones: [south] })
await anAccount(bench, { username: 'admin', role: 'administrator', zones: [] })
const asNina = await signIn(bench, 'nina')
const asSara = await signIn(bench, 'sara')
const asAdmin = await signIn(bench, 'admin')
const crypto = await webCrypto()
const stream = StreamId.parse(`${testMunicipality}/real/nord-1/critical`)
const keySet = () => services.keys.current().signed.keySet

async function put(docId: string, body: unknown): Promise<void> {
  const write = { kind: 'put', docId, schema: 'patient@1', body } as const
  const scope = await systemScope(services.db, testMunicipality)
  await withTenant(services.db, scope, (transaction) =>
    writeVersions(postgresStreamStore(transaction), stream, [write], {
      hasher: fastHasher,
      now: bench.now(),
    }),
  )
}

function ask(url: string, message: object, headers: Record<string, string> = asNina) {
  const own = { 'content-type': syncContentType, [nonceHeader]: 'abc' }
  const payload = JSON.stringify({ protocol: protocolVersion, ...message })
  return server.inject({ method: 'POST', url, headers: { ...headers, ...own }, payload })
}

function pull(highest: unknown = null, headers: Record<string, string> = asNina) {
  const part = { kind: 'buckets', layout: null }
  return ask(
    routes.pullStream.path,
    { session: randomUUID(), stream, highest, part, limit: 100 },
    headers,
  )
}

/** What a device finds of an answer's signature. */
async function check(
  { headers }: { headers: Record<string, unknown> },
  place: { path: string; body: string },
) {
  const header = headers[signatureHeader]
  const signature = readAnswerSignature(typeof header === 'string' ? header : null)
  if (signature === null) return 'unsigned'
  const about = { municipality: testMunicipality, nonce: 'abc', ...place }
  return await checkAnswer(about, signature, { keySet: keySet(), now: bench.now() }, trust)
}

describe('answers', () => {
  test('are signed whole, with the path and the nonce of their request', async () => {
    await put('a', { name: 'Ánde' })

    const answer = await pull()

    const { path } = routes.pullStream
    expect(await check(answer, { path, body: answer.body })).toBe('signed')
    expect(await check(answer, { path, body: `${answer.body} ` })).toBe('forged')
    expect(await check(answer, { path: '/api/sync/push', body: answer.body })).toBe('forged')
  })

  test('are signed before they are compressed', async () => {
    await put('b', { text: 'lang '.repeat(1_000) })

    const answer = await pull(null, { ...asNina, 'accept-encoding': 'gzip' })

    expect(answer.headers['content-encoding']).toBe('gzip')
    const body = gunzipSync(answer.rawPayload).toString()
    expect(await check(answer, { path: routes.pullStream.path, body })).toBe('signed')
  })

  test('that refuse are not signed', async () => {
    const answer = await ask('/api/sync/push', {})

    expect(answer.statusCode).toBe(400)
    expect(answer.headers[signatureHeader]).toBeUndefined()
  })

  test('to a request without a nonce are not signed', async () => {
    const answer = await server.inject({
      method: 'POST',
      url: routes.readServerKeys.path,
      headers: { 'content-type': syncContentType, 'sec-fetch-site': 'same-origin' },
      payload: JSON.stringify({ protocol: protocolVersion }),
    })

    expect(answer.statusCode).toBe(200)
    expect(answer.headers[signatureHeader]).toBeUndefined()
  })

  test('tell everybody the server’s keys', async () => {
    const answer = await ask(routes.readServerKeys.path, {}, {})

    expect(ReadServerKeysAnswer.parse(answer.json()).keySet).toEqual(services.keys.current().signed)
    const { path } = routes.readServerKeys
    expect(await check(answer, { path, body: answer.body })).toBe('signed')
  })
})

test('a pull brings a head that the server signed', async () => {
  const answer = PullStreamAnswer.parse((await pull()).json())

  if (answer.kind !== 'buckets') throw new Error(answer.kind)
  expect(await isHeadOf(answer.head, stream, keySet(), trust)).toBe(true)
  expect(answer.head.head).toMatchObject({ count: answer.documents.length, time: bench.now() })
})

test('a bucket behind the last one is no part of a stream', async () => {
  const start = { seq: 0, chain16: '0'.repeat(16) }
  const part = { kind: 'buckets', layout: { buckets: 2, from: 2, start } }
  const message = { session: randomUUID(), stream, highest: null, part, limit: 10 }

  expect((await ask(routes.pullStream.path, message)).statusCode).toBe(400)
})

describe('a head that the server has signed and lost', () => {
  test('raises the epoch once, and the administrator alone sees why', async () => {
    const { signing } = services.keys.current()
    const signer = statementSigner(signing)
    const lost = await signHead(
      stream,
      { ...emptyState, seq: 900 },
      { signer, trust, now: bench.now() },
    )

    const answers = await Promise.all([pull(lost), pull(lost), pull(lost)])
    const after = PullStreamAnswer.parse((await pull()).json())
    const listed = await server.inject({ url: routes.listAlarms.path, headers: asAdmin })
    const refused = await server.inject({ url: routes.listAlarms.path, headers: asNina })

    for (const answer of answers) {
      expect(answer.json()).toMatchObject({ kind: 'reset', reason: 'restored', named: lost })
    }
    expect(after.kind === 'buckets' && after.head.head.epoch).toBe(2)
    expect(ListAlarmsAnswer.parse(listed.json()).alarms).toMatchObject([
      { kind: 'restoredStream', stream, employeeId: nina, employeeName: 'Kari Nordmann' },
    ])
    expect(refused.statusCode).toBe(403)
    expect(bench.logLines.filter((line) => line.includes('"alarm"'))).toHaveLength(1)
    expect((await server.inject('/metrics')).body).toContain(
      'beredt_alarms_total{kind="restoredStream"} 1',
    )
  })
})

describe('who on a device has a stream', () => {
  const deviceId = DeviceId.parse(randomUUID())

  async function recipientOf(
    headers: Record<string, string>,
    employee: typeof nina,
    device = deviceId,
    keys = devicesKeys,
  ): Promise<Credential> {
    const own = { ...(await phoneKeys(crypto)), device: (await keys).device }
    return (await enrolPhone(server, headers, own, employee, device)).recipient
  }
  const devicesKeys = phoneKeys(crypto)

  async function list(
    recipients: readonly Credential[],
    { device = deviceId, former = [] }: { device?: DeviceId; former?: DeviceId[] } = {},
  ) {
    const message = { employee: nina, deviceId: device, formerDeviceIds: former, recipients }
    const answer = ListStreamsAnswer.parse((await ask(routes.listStreams.path, message)).json())
    const holders = [...answer.streams, ...answer.colleagues].flatMap((held) => held.holders)
    return { ...answer, employees: new Set(holders.map(({ employee }) => employee)) }
  }

  test('is said with the keys that the server vouches for, by role and zone', async () => {
    const ninas = await recipientOf(asNina, nina)
    const saras = await recipientOf(asSara, sara)

    const { streams, colleagues } = await list([ninas, saras])

    const holdersOf = (id: string) =>
      [...streams, ...colleagues].find((held) => held.stream.endsWith(id))?.holders
    const ninasKey = { employee: nina, keyId: ninas.subject.keyId }
    const sarasKey = { employee: sara, keyId: saras.subject.keyId }
    expect(holdersOf('nord-1/critical')).toEqual([ninasKey])
    expect(holdersOf('sor-1/protected')).toEqual([sarasKey])
    expect(holdersOf('*/cards')).toEqual([ninasKey, sarasKey])
    expect(streams.some((held) => held.stream.includes('sor-1'))).toBe(false)
    expect(colleagues.some((held) => held.stream.includes('nord-1'))).toBe(false)
  })

  test('is nobody without a credential, and her streams are listed nevertheless', async () => {
    const { streams, employees } = await list([])

    expect(streams.some((held) => held.stream === stream)).toBe(true)
    expect([...employees]).toEqual([])
  })

  test('is nobody whose credential is another device’s, of another kind, altered or forged', async () => {
    const ninas = await recipientOf(asNina, nina)
    const elsewhere = await recipientOf(asSara, sara, DeviceId.parse(randomUUID()))
    const saras = await recipientOf(asSara, sara)
    const key = await crypto.makeKey()
    const { keyId, publicKey } = key
    const altered = { ...saras, subject: { ...saras.subject, keyId, publicKey } }
    const kindless = await enrolPhone(
      server,
      asSara,
      { ...(await phoneKeys(crypto)), device: (await devicesKeys).device },
      sara,
      deviceId,
    )
    const { credentials } = services.keys.current()
    const issuedAt = bench.now()
    const subject = { kind: 'recipient', deviceId, keyId, publicKey, issuedAt } as const
    const foreign = await vouchFor(
      { ...subject, municipality: MunicipalityId.parse('annenby'), employeeId: sara },
      credentials,
    )
    const forged = await crypto.vouch({
      ...subject,
      municipality: testMunicipality,
      employeeId: sara,
    })

    for (const wrong of [elsewhere, altered, kindless.author, kindless.device, foreign, forged]) {
      expect([...(await list([ninas, wrong])).employees]).toEqual([nina])
    }
    expect([...(await list([ninas, saras])).employees]).toEqual([nina, sara])
  })

  test('is nobody whose account was closed or never was', async () => {
    const closed = await anAccount(bench, { username: 'closed', role: 'nurse', zones: [north] })
    const asClosed = await signIn(bench, 'closed')
    const credential = await recipientOf(asClosed, closed)
    const before = await list([credential])
    await withAccounts(services.accounts, testMunicipality, (transaction) =>
      transaction
        .updateTable('account')
        .set({ closedAt: bench.now() })
        .where('accountId', '=', closed)
        .execute(),
    )

    expect([...before.employees]).toEqual([closed])
    expect([...(await list([credential])).employees]).toEqual([])
  })

  test('counts by the newest credential of an employee who has enrolled again', async () => {
    const former = await recipientOf(asNina, nina)
    bench.passMinutes(1)
    const newest = await recipientOf(asNina, nina)

    const { streams } = await list([newest, former])

    const holders = streams.find((held) => held.stream === stream)?.holders
    expect(holders).toEqual([{ employee: nina, keyId: newest.subject.keyId }])
  })
})
