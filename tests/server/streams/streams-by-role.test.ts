import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ListStreamsAnswer } from '#contract/list-streams.ts'
import { nonceHeader, syncContentType } from '#contract/protocol.ts'
import { EmployeeId, MunicipalityId, SectionId, ZoneId } from '#domain/base/ids.ts'
import type { Role } from '#domain/base/role.ts'
import { MunicipalityClass, StreamId, ZoneClass } from '#domain/streams/stream.ts'
import { createAccount } from '#server/accounts/create-account.ts'
import { createMunicipality } from '#server/accounts/create-municipality.ts'
import { nodeHasher } from '#server/base/node-hasher.ts'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { writeVersions } from '#server/streams/write-versions.ts'
import { testMunicipality, testPassword, testServer } from '../../support/test-server.ts'

const bench = await testServer()
const { services, server } = bench
const neighbour = MunicipalityId.parse('annenby')
const hosts = { [testMunicipality]: 'testby.example', [neighbour]: 'annenby.example' }
const zones = ['nord-1', 'sor-1'].map((zone) => ZoneId.parse(zone))
const [own] = zones
await createMunicipality(services.accounts, {
  id: neighbour,
  name: 'Annenby',
  hostName: hosts[neighbour] ?? null,
  sections: ['nord', 'sor'].map((id) => ({ id: SectionId.parse(id), name: id })),
  zones: zones.map((id) => ({
    id,
    name: id,
    section: SectionId.parse(id.replace(/-\d$/, '')),
  })),
})

const streams = [testMunicipality, neighbour]
  .flatMap((municipality) => [
    ...MunicipalityClass.options.map((name) => `${municipality}/real/*/${name}`),
    ...zones.flatMap((zone) =>
      ZoneClass.options.map((name) => `${municipality}/real/${zone}/${name}`),
    ),
    ...['critical', 'details', 'protected'].map(
      (name) => `${municipality}/exercise/nord-1/${name}`,
    ),
  ])
  .map((id) => StreamId.parse(id))
for (const stream of streams) {
  const municipality = stream.startsWith(neighbour) ? neighbour : testMunicipality
  const scope = await systemScope(services.db, municipality)
  const write = { kind: 'put', docId: 'a', schema: 'prove@1', body: { secret: stream } } as const
  await withTenant(services.db, scope, (transaction) =>
    writeVersions(postgresStreamStore(transaction), stream, [write], {
      hasher: nodeHasher,
      now: bench.now(),
    }),
  )
}

/** What each role has in a zone of hers, said here once more so that a slip in the table is noticed. */
const zoneClasses = {
  nurse: ['critical', 'details', 'worklists', 'journal', 'people'],
  shiftLead: ['critical', 'details', 'worklists', 'journal', 'protected', 'people'],
  sectionLeader: ['critical', 'details', 'worklists', 'journal', 'protected', 'people', 'leaders'],
  hdu: ['critical'],
  administrator: [],
} satisfies Record<Role, string[]>

type Identity = { name: string; role: Role | null; municipality: MunicipalityId }
const identities: Identity[] = [
  { name: 'nurse', role: 'nurse', municipality: testMunicipality },
  { name: 'shiftLead', role: 'shiftLead', municipality: testMunicipality },
  { name: 'sectionLeader', role: 'sectionLeader', municipality: testMunicipality },
  { name: 'hdu', role: 'hdu', municipality: testMunicipality },
  { name: 'administrator', role: 'administrator', municipality: testMunicipality },
  { name: 'nobody', role: null, municipality: testMunicipality },
  { name: 'other municipality', role: 'sectionLeader', municipality: neighbour },
]

function mayHave({ role, municipality }: Identity, stream: StreamId): boolean {
  const [of, , zone, name] = stream.split('/')
  if (role === null || of !== municipality) return false
  const classes: readonly string[] = zoneClasses[role]
  return zone === '*' || (zone === own && classes.includes(name ?? ''))
}

test('forty-six streams are asked for by seven identities', () => {
  expect([streams.length, identities.length]).toEqual([46, 7])
})

describe.each(identities)('$name', async (identity) => {
  const { role, municipality } = identity
  const headers: Record<string, string> = {
    host: hosts[municipality] ?? '',
    'sec-fetch-site': 'same-origin',
    'content-type': syncContentType,
    [nonceHeader]: 'abc',
  }
  const employee =
    role === null
      ? EmployeeId.parse(randomUUID())
      : await anEmployee(identity.name, role, municipality)
  if (role !== null) {
    headers['cookie'] = `beredt=${await services.sessions.start(municipality, employee)}`
  }
  const ask = (url: string, message: object) =>
    server.inject({
      method: 'POST',
      url,
      headers,
      payload: JSON.stringify({ protocol: 1, ...message }),
    })

  test('is listed the streams of the table and no others', async () => {
    const device = { deviceId: randomUUID(), formerDeviceIds: [], recipients: [] }
    const answer = await ask('/api/sync/streams', { employee, ...device })

    const listed = answer.statusCode === 200 ? ListStreamsAnswer.parse(answer.json()).streams : []
    expect(listed.map((held) => held.stream).toSorted()).toEqual(
      streams.filter((one) => mayHave(identity, one)).toSorted(),
    )
    expect(answer.statusCode).toBe(role === null ? 401 : 200)
  })

  test.each(streams)('pulls %s as the table says', async (stream) => {
    const part = { kind: 'buckets', layout: null }
    const message = { session: randomUUID(), stream, highest: null, part, limit: 10 }
    const answer = await ask('/api/sync/pull', message)

    const may = mayHave(identity, stream)
    expect(answer.statusCode).toBe(may ? 200 : role === null ? 401 : 403)
    expect(answer.body.includes(`"secret":"${stream}"`)).toBe(may)
  })
})

function anEmployee(username: string, role: Role, municipality: MunicipalityId) {
  return createAccount(services, municipality, {
    username: username.replaceAll(' ', '-'),
    role,
    zones: zones.slice(0, 1),
    password: testPassword,
    name: 'Kari Nordmann',
    title: 'Sykepleier',
    hprNumber: null,
  })
}
