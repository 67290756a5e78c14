import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { ListStreamsAnswer } from '#contract/list-streams.ts'
import { nonceHeader, syncContentType } from '#contract/protocol.ts'
import { StreamId, streamOf, ZoneClass } from '#domain/streams/stream.ts'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { nodeHasher } from '#server/base/node-hasher.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { writeVersions } from '#server/streams/write-versions.ts'
import {
  anAccount,
  signIn,
  testMunicipality,
  testServer,
  testZones,
} from '../support/test-server.ts'

const bench = await testServer()
const own = testZones.filter((zone) => zone === 'nord-2')
const others = testZones.filter((zone) => zone !== 'nord-2')
const everyStream = testZones.flatMap((zone) =>
  (['real', 'exercise'] as const).flatMap((world) =>
    ZoneClass.options.map((name) => StreamId.parse(`${testMunicipality}/${world}/${zone}/${name}`)),
  ),
)
const zoneOf = (stream: string) => stream.split('/')[2]
const employee = await anAccount(bench, { username: 'nina', role: 'nurse', zones: own })
const otherEmployee = await anAccount(bench, { username: 'sara', role: 'nurse', zones: others })
const nina = await signIn(bench, 'nina')
const scope = await systemScope(bench.services.db, testMunicipality)
for (const stream of everyStream) {
  const write = { kind: 'put', docId: 'a', schema: 'prove@1', body: { secret: stream } } as const
  const context = { hasher: nodeHasher, now: bench.now() }
  await withTenant(bench.services.db, scope, (transaction) =>
    writeVersions(postgresStreamStore(transaction), stream, [write], context),
  )
}

function ask(url: string, message: object, more: Record<string, string> = {}) {
  return bench.server.inject({
    method: 'POST',
    url,
    headers: { ...nina, 'content-type': syncContentType, [nonceHeader]: 'abc', ...more },
    payload: JSON.stringify({ protocol: 1, ...message }),
  })
}

/** As a phone asks on which nobody is enrolled. */
function onPhone(employee: string) {
  return { employee, deviceId: randomUUID(), formerDeviceIds: [], recipients: [] }
}

function pull(stream: string, more: Record<string, unknown> = {}) {
  const part = { kind: 'buckets', layout: null }
  const message = { session: randomUUID(), stream, highest: null, part, limit: 10, ...more }
  return ask('/api/sync/pull', message)
}

test('a nurse gets the streams of the nurse’s own zone and no others', async () => {
  const answer = ListStreamsAnswer.parse((await ask('/api/sync/streams', onPhone(employee))).json())

  const zones = answer.streams
    .map(({ stream }) => streamOf(stream))
    .flatMap((stream) => (stream.kind === 'zone' ? [stream.zone] : []))
  expect(new Set(zones)).toEqual(new Set(own))
})

test('an employee who has unlocked a shared phone does not get the streams of another who is signed in', async () => {
  const answer = await ask('/api/sync/streams', onPhone(otherEmployee))

  expect(answer.statusCode).toBe(401)
  expect(answer.json()).toMatchObject({ kind: 'signInNeeded' })
})

test.each(everyStream.filter((stream) => zoneOf(stream) !== 'nord-2'))(
  '%s is refused to a nurse of Nord 2',
  async (stream) => {
    const answer = await pull(stream)

    expect(answer.statusCode).toBe(403)
    expect(answer.body).not.toContain('secret')
  },
)

test('what a nurse does get says nothing of other zones', async () => {
  const answers = await Promise.all(
    everyStream.filter((stream) => zoneOf(stream) === 'nord-2').map((stream) => pull(stream)),
  )

  const bodies = answers.map(({ body }) => body).join('\n')
  expect(bodies).toContain(`${testMunicipality}/real/nord-2/critical`)
  expect(bodies).not.toContain('/nord-2/protected"')
  expect(bodies).not.toContain('/nord-2/leaders"')
  expect(others.filter((zone) => bodies.includes(zone))).toEqual([])
})

test.each([
  `${testMunicipality}/real/NORD-1/critical`,
  `${testMunicipality}/real/*/critical`,
  `${testMunicipality}/real/nord-2/../nord-1/critical`,
  `${testMunicipality}/real/nord-1%2Fcritical`,
  `${testMunicipality}/real/nord-2,nord-1/critical`,
  `demo/real/nord-2/critical`,
  `annenby/real/nord-2/critical`,
])('%s opens no door', async (stream) => {
  const answer = await pull(stream)

  expect([400, 403, 404]).toContain(answer.statusCode)
  expect(answer.body).not.toContain('secret')
})

test('asking on behalf of others changes nothing', async () => {
  const claims = { zones: others, zone: 'nord-1', role: 'administrator', municipality: 'demo' }

  const answer = await pull(`${testMunicipality}/real/nord-1/critical`, claims)

  expect(answer.statusCode).toBe(403)
})
