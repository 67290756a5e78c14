import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { ListZoneStatusAnswer } from '#contract/municipality/list-zone-status.ts'
import { routes } from '#contract/routes.ts'
import { DeviceId, KeyId, ZoneId } from '#domain/base/ids.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import {
  anAccount,
  signIn,
  testMunicipality,
  testServer,
  testZones,
} from '../support/test-server.ts'

const bench = await testServer()
const [nord1, nord2] = testZones
if (nord1 === undefined || nord2 === undefined) throw new Error('Zones')
await anAccount(bench, { username: 'leder', role: 'sectionLeader', zones: [nord1, nord2] })
const nurse = await anAccount(bench, {
  username: 'pleier',
  role: 'nurse',
  zones: [nord1],
})

/** A phone of the nurse's that was heard so many minutes ago. */
async function aPhone(minutesAgo: number): Promise<void> {
  const { db } = bench.services
  const deviceId = DeviceId.parse(randomUUID())
  const keyId = KeyId.parse(randomUUID().replaceAll('-', '').padEnd(43, 'A'))
  const at = plusMinutes(bench.now(), -minutesAgo)
  await withTenant(db, await systemScope(db, testMunicipality), async (transaction) => {
    await transaction
      .insertInto('device')
      .values({
        municipalityId: testMunicipality,
        deviceId,
        keyId,
        label: 'Telefon',
        enrolledBy: nurse,
        enrolledAt: at,
        head: 0,
        noticeCursor: 0,
        durable: null,
        usedAt: null,
        heardAt: at,
      })
      .execute()
    await transaction
      .insertInto('enrolledKey')
      .values({
        municipalityId: testMunicipality,
        deviceId,
        employeeId: nurse,
        purpose: 'author',
        keyId,
        enrolledAt: at,
      })
      .execute()
  })
}

async function ask(username: string) {
  const headers = await signIn(bench, username)
  return await bench.server.inject({ url: routes.listZoneStatus.path, headers })
}

test('a leader reads how many phones of each of her zones were heard within a day, and when the binder was printed', async () => {
  await aPhone(10)
  await aPhone(25 * 60)
  const headers = await signIn(bench, 'leder')
  await bench.server.inject({
    method: 'POST',
    url: routes.reserveBinderCopy.path,
    headers,
    payload: {
      zone: nord2,
      world: 'real',
      reason: 'ukentlig utskrift',
      asOf: bench.now(),
      hash: '7f'.repeat(32),
      pages: 61,
      patients: 52,
      replaces: null,
      versions: {},
    },
  })

  const answer = ListZoneStatusAnswer.parse((await ask('leder')).json())

  expect(answer.zones.toSorted((a, b) => (a.zone < b.zone ? -1 : 1))).toEqual([
    { zone: nord1, phones: { count: 2, heardWithinDay: 1 }, binderPrintedAt: null },
    { zone: nord2, phones: { count: 0, heardWithinDay: 0 }, binderPrintedAt: bench.now() },
  ])
})

test('a nurse is refused', async () => {
  expect((await ask('pleier')).statusCode).toBe(403)
})

test('a zone that is not hers is not told', async () => {
  const { zones } = ListZoneStatusAnswer.parse((await ask('leder')).json())

  expect(zones.map(({ zone }) => zone)).not.toContain(ZoneId.parse('sor-1'))
})
