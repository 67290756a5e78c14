import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { ListStreamsAnswer } from '#contract/list-streams.ts'
import { nonceHeader, protocolVersion, syncContentType } from '#contract/protocol.ts'
import { routes } from '#contract/routes.ts'
import { DeviceId } from '#domain/base/ids.ts'
import { closeDevice } from '#server/accounts/close-account.ts'
import { systemScope, withAccounts, withTenant } from '#server/database/with-tenant.ts'
import { postgresInboxStore } from '#server/inbox/postgres-inbox-store.ts'
import { enrolPhone, phoneKeys } from '../../support/enrol-phone.ts'
import {
  anAccount,
  signIn,
  testMunicipality,
  testServer,
  testZones,
} from '../../support/test-server.ts'
import { webCrypto } from '../../support/web-crypto.ts'

const bench = await testServer()
const { server, services } = bench
const crypto = await webCrypto()
const zones = testZones.slice(0, 1)
const nina = await anAccount(bench, { username: 'nina', role: 'nurse', zones })
const sara = await anAccount(bench, { username: 'sara', role: 'nurse', zones })
const asNina = await signIn(bench, 'nina')
const asSara = await signIn(bench, 'sara')
const scope = await systemScope(services.db, testMunicipality)

/** A phone on which both are enrolled, each with keys of her own. */
async function aSharedPhone() {
  const deviceId = DeviceId.parse(randomUUID())
  const { device } = await phoneKeys(crypto)
  const ninas = { ...(await phoneKeys(crypto)), device }
  const saras = { ...(await phoneKeys(crypto)), device }
  return {
    deviceId,
    recipients: [
      (await enrolPhone(server, asNina, ninas, nina, deviceId)).recipient,
      (await enrolPhone(server, asSara, saras, sara, deviceId)).recipient,
    ],
  }
}

type Phone = Awaited<ReturnType<typeof aSharedPhone>>

async function list({ deviceId, recipients }: Phone, formerDeviceIds: DeviceId[] = []) {
  const message = { protocol: protocolVersion, employee: nina, deviceId, formerDeviceIds }
  const answer = await server.inject({
    method: 'POST',
    url: routes.listStreams.path,
    headers: { ...asNina, 'content-type': syncContentType, [nonceHeader]: 'abc' },
    payload: JSON.stringify({ ...message, recipients }),
  })
  return ListStreamsAnswer.parse(answer.json())
}

function contactsOf({ deviceId }: Phone) {
  return withTenant(services.db, scope, (transaction) =>
    postgresInboxStore(transaction, testMunicipality).listContacts(deviceId),
  )
}

function close({ deviceId }: Phone) {
  return withAccounts(services.accounts, scope, (transaction) =>
    closeDevice(transaction, deviceId, { at: bench.now(), abuseFrom: null }),
  )
}

test('a device has heard for everybody on it whom the server knows by her credential', async () => {
  const phone = await aSharedPhone()
  bench.passMinutes(5)
  await list(phone)
  const first = bench.now()
  const [ofNina] = phone.recipients
  if (ofNina === undefined) throw new Error('Nina is enrolled.')
  bench.passMinutes(5)

  await list({ ...phone, recipients: [ofNina] })

  expect(await contactsOf(phone)).toEqual(
    new Map([
      [nina, bench.now()],
      [sara, first],
    ]),
  )
})

test('on a closed device nobody has anything, and she who asks neither', async () => {
  const phone = await aSharedPhone()
  const before = await list(phone)
  await close(phone)

  const after = await list(phone)

  expect(before.streams.flatMap(({ holders }) => holders)).not.toEqual([])
  expect([after.streams, after.colleagues]).toEqual([[], []])
})

test('a device that had the id of a closed one has nothing either', async () => {
  const [phone, former] = [await aSharedPhone(), await aSharedPhone()]
  await close(former)

  const { streams } = await list(phone, [former.deviceId])

  expect(streams).toEqual([])
})
