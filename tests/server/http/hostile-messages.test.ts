import { randomUUID } from 'node:crypto'
import { assert, asyncProperty } from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { DecideAmendment } from '#contract/amendments/decide-amendment.ts'
import { DecideHeldEntry } from '#contract/decide-held-entry.ts'
import { DecideDeviceRequest } from '#contract/device-requests.ts'
import { EnrolDevice } from '#contract/enrol-device.ts'
import { ListStreams } from '#contract/list-streams.ts'
import { MunicipalitySettings } from '#contract/municipality-settings.ts'
import { syncContentType } from '#contract/protocol.ts'
import { PullStream } from '#contract/pull-stream.ts'
import { PushEntries } from '#contract/push-entries.ts'
import { ReadPatientDetails } from '#contract/read-patient-details.ts'
import { ReadServerKeys } from '#contract/read-server-keys.ts'
import { RedeemInvitation } from '#contract/redeem-invitation.ts'
import { ServerRefusal } from '#contract/refusal.ts'
import { ReserveBinderCopy } from '#contract/reserve-binder-copy.ts'
import { type Route, routes } from '#contract/routes.ts'
import { SignIn } from '#contract/sign-in.ts'
import {
  DeviceId,
  DeviceRequestId,
  EmployeeId,
  EntryId,
  ImportRunId,
  PatientId,
} from '#domain/base/ids.ts'
import { emptyCheckpoint } from '#domain/streams/stream-document.ts'
import { accountMessages } from '../../support/account-messages.ts'
import { aLinkDecision } from '../../support/a-link-decision.ts'
import { contactMessages } from '../../support/contact-messages.ts'
import { formMessages } from '../../support/form-messages.ts'
import { importMessages } from '../../support/import-messages.ts'
import { hostileMessages } from '../../support/hostile-values.ts'
import { lineOf } from '../../support/memory-outbox-store.ts'
import { sessionMessages } from '../../support/session-messages.ts'
import { pushedAt, pushingPhones } from '../../support/pushing-phone.ts'
import {
  anAccount,
  signIn,
  testMunicipality,
  testServer,
  testZones,
} from '../../support/test-server.ts'
import { webCryptoOf } from '../../support/web-crypto.ts'

const bench = await testServer()
const { server, services } = bench
await anAccount(bench, { username: 'leader', role: 'sectionLeader', zones: testZones })
const leader = await signIn(bench, 'leader')
await anAccount(bench, { username: 'hdu', role: 'hdu', zones: testZones })
const hdu = await signIn(bench, 'hdu')
await anAccount(bench, { username: 'administrator', role: 'administrator', zones: [] })
const administrator = await signIn(bench, 'administrator')
const crypto = webCryptoOf(services.keys.current())

const wanted = 400
const [zone] = testZones
const { publicKey } = await crypto.makeKey()
const signature = 'A'.repeat(86)

/** A push that is whole but for its signature: of what is changed in it, nothing may be stored. */
async function aPush(): Promise<PushEntries> {
  const { newPhone, write } = pushingPhones(crypto)
  const phone = await newPhone(testMunicipality)
  await write(phone, testMunicipality, 2)
  const { device, authors, rows } = lineOf(phone, phone.current)
  if (device === null) throw new Error('The server has not vouched for the device.')
  const entries = rows.map(({ entry }) => entry)
  const { signature } = device
  const taken = [{ n: 1, hash: '0'.repeat(64) }]
  return {
    protocol: 1,
    device,
    authors,
    entries,
    taken,
    noticesAfter: 0,
    sentAt: pushedAt,
    signature,
  }
}

/** Every message that has a schema, with one that the schema takes. */
const messages: Record<string, { route: Route; schema: z.core.$ZodType; message: unknown }> = {
  signIn: {
    route: routes.signIn,
    schema: SignIn,
    message: { username: 'ingen', password: 'riktig hest batteri' },
  },
  redeemInvitation: {
    route: routes.redeemInvitation,
    schema: RedeemInvitation,
    message: {
      token: 'a'.repeat(43),
      municipalityName: 'Testby',
      name: 'Kari',
      username: 'kari',
      password: 'riktig hest batteri',
    },
  },
  enrolDevice: {
    route: routes.enrolDevice,
    schema: EnrolDevice,
    message: {
      deviceId: DeviceId.parse(randomUUID()),
      label: 'Telefon 4',
      devicePublicKey: publicKey,
      authorPublicKey: publicKey,
      recipientPublicKey: publicKey,
      nonce: 'a'.repeat(43),
      deviceSignature: signature,
      authorSignature: signature,
    },
  },
  ...sessionMessages(await aPush(), signature),
  readServerKeys: {
    route: routes.readServerKeys,
    schema: ReadServerKeys,
    message: { protocol: 1 },
  },
  listStreams: {
    route: routes.listStreams,
    schema: ListStreams,
    message: {
      protocol: 1,
      employee: EmployeeId.parse(randomUUID()),
      deviceId: DeviceId.parse(randomUUID()),
      formerDeviceIds: [DeviceId.parse(randomUUID())],
      recipients: (await aPush()).authors,
    },
  },
  pullStream: {
    route: routes.pullStream,
    schema: PullStream,
    message: {
      protocol: 1,
      session: randomUUID(),
      stream: `${testMunicipality}/real/${zone}/critical`,
      highest: null,
      part: { kind: 'changes', base: 0, after: 0, witness: emptyCheckpoint },
      limit: 100,
    },
  },
  pushEntries: { route: routes.pushEntries, schema: PushEntries, message: await aPush() },
  decideAmendment: {
    route: routes.decideAmendment,
    schema: DecideAmendment,
    message: {
      zone,
      entryId: EntryId.parse(randomUUID()),
      run: ImportRunId.parse(randomUUID()),
      choice: 'kept',
    },
  },
  decidePatientLink: aLinkDecision,
  decideHeldEntry: {
    route: routes.decideHeldEntry,
    schema: DecideHeldEntry,
    message: {
      entryId: EntryId.parse(randomUUID()),
      decision: { kind: 'rejected', reason: 'Skrevet på feil bruker' },
    },
  },
  readPatientDetails: {
    route: routes.readPatientDetails,
    schema: ReadPatientDetails,
    message: {
      employee: EmployeeId.parse(randomUUID()),
      world: 'real',
      zone,
      patientId: PatientId.parse(randomUUID()),
      part: 'details',
      reason: 'Leder en enhet',
    },
  },
  decideDeviceRequest: {
    route: routes.decideDeviceRequest,
    schema: DecideDeviceRequest,
    message: { requestId: DeviceRequestId.parse(randomUUID()), decision: 'approved' },
  },
  saveMunicipalitySettings: {
    route: routes.saveMunicipalitySettings,
    schema: MunicipalitySettings,
    message: { approvesDevices: false },
  },
  ...contactMessages,
  ...formMessages,
  ...accountMessages,
  ...importMessages,
  reserveBinderCopy: {
    route: routes.reserveBinderCopy,
    schema: ReserveBinderCopy,
    message: {
      zone,
      world: 'real',
      reason: 'ukentlig utskrift',
      asOf: pushedAt,
      hash: '0'.repeat(64),
      pages: 3,
      patients: 2,
      replaces: null,
      versions: { a: '0'.repeat(32) },
    },
  },
}

/** How many rows each table has. */
async function countRows(): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(services.db)
  const counts: Record<string, string> = {}
  for (const { name } of tables.rows) {
    const { rows } = await sql<{
      count: string
    }>`select count(*)::text as count from ${sql.table(name)}`.execute(services.db)
    counts[name] = rows[0]?.count ?? ''
  }
  return counts
}

/** Who may send to a route whose messages are not the section leader's: anybody else is refused unread. */
const senders = new Map<string, typeof leader>([
  [routes.readPatientDetails.path, hdu],
  [routes.saveMunicipalitySettings.path, administrator],
  [routes.saveSection.path, administrator],
  [routes.saveZone.path, administrator],
  [routes.setZoneUse.path, administrator],
])

function send({ method, path }: Route, body: unknown) {
  const isSync = path.startsWith('/api/sync/')
  return server.inject({
    method,
    url: path,
    headers: {
      ...(senders.get(path) ?? leader),
      'content-type': isSync ? syncContentType : 'application/json',
    },
    payload: JSON.stringify(body),
  })
}

test('every message that has a body is among them', () => {
  const unread = [
    'signOut',
    'startEnrolment',
    'previewImport',
    'takeImport',
    'previewEmployeeList',
    'takeEmployeeList',
  ]
  const withBody = Object.entries<Route>(routes).filter(([, { method }]) => method !== 'GET')

  const names = withBody.map(([name]) => name).filter((name) => !unread.includes(name))
  expect(Object.keys(messages).toSorted()).toEqual(names.toSorted())
})

test.each(Object.entries(messages))(
  `%s: ${wanted} hostile messages are refused by name, and nothing is stored`,
  async (name, { route, schema, message }) => {
    const parse = (value: unknown) => schema['~standard'].validate(value)
    expect(parse(message)).not.toHaveProperty('issues')
    const before = await countRows()
    const sent = { refused: 0 }
    // What the schema takes in spite of all is somebody's to send, except a push, which needs a signature.
    const isHostile = (body: unknown) =>
      name === 'pushEntries' || 'issues' in Object(parse(JSON.parse(JSON.stringify(body))))

    await assert(
      asyncProperty(hostileMessages(message).filter(isHostile), async (body) => {
        const answer = await send(route, body)
        const { kind } = ServerRefusal.parse(answer.json())
        expect([answer.statusCode, kind]).toEqual([expect.toBeOneOf([400, 403, 413]), kind])
        sent.refused++
      }),
      { numRuns: wanted, seed: 20261123, endOnFailure: true },
    )

    expect(sent.refused).toBe(wanted)
    expect(await countRows()).toEqual(before)
    expect(bench.logLines.filter((line) => line.includes('request failed'))).toEqual([])
  },
  120_000,
)
