import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { routes } from '#contract/routes.ts'
import { ListSecurityEventsAnswer } from '#contract/list-security-events.ts'
import { Role } from '#domain/base/role.ts'
import { changeRole, changeZones } from '#server/accounts/account-rights.ts'
import { closeAccount } from '#server/accounts/close-account.ts'
import { systemScope, withAccounts, withTenant } from '#server/database/with-tenant.ts'
import { recordSecurityEvent } from '#server/security/record-security-event.ts'
import {
  anAccount,
  signIn,
  testMunicipality,
  testServer,
  testZones,
} from '../../support/test-server.ts'

const bench = await testServer()
const { server, services } = bench
const { db, accounts } = services
const [north] = testZones
const nina = await anAccount(bench, {
  username: 'nina',
  role: 'nurse',
  zones: testZones.slice(0, 1),
  name: 'Nina Dahl',
})
const arne = await anAccount(bench, {
  username: 'arne',
  role: 'administrator',
  zones: [],
  name: 'Arne Lie',
})
const scope = await systemScope(db, testMunicipality)
const byArne = { ...scope, account: arne, role: 'administrator' } as const

function asApplication(statement: string): Promise<unknown> {
  return withTenant(db, scope, (transaction) => sql.raw(statement).execute(transaction))
}

async function listed(query = ''): Promise<ListSecurityEventsAnswer> {
  const headers = await signIn(bench, 'arne')
  const answer = await server.inject({ url: `${routes.listSecurityEvents.path}${query}`, headers })
  return ListSecurityEventsAnswer.parse(answer.json())
}

test('signing in, a wrong password and the wait after many are in the log, without what was typed', async () => {
  await signIn(bench, 'nina')
  for (let tries = 0; tries < 5; tries++) {
    await server.inject({
      method: 'POST',
      url: routes.signIn.path,
      payload: { username: 'nina', password: 'Hemmelig8421' },
    })
  }

  const { events } = await listed('?group=signIn')

  const hers = events.filter(({ employeeName }) => employeeName === 'Nina Dahl')
  expect(new Set(hers.map(({ kind }) => kind))).toEqual(
    new Set(['signedIn', 'signInRefused', 'signInBlocked']),
  )
  expect(hers.find(({ kind }) => kind === 'signInRefused')?.address).toBe('127.0.0.1')
  expect(JSON.stringify(events)).not.toContain('Hemmelig')
})

test('a change of role or zones and a closed account name who did it, once each', async () => {
  const holder = { municipalityId: testMunicipality, accountId: nina }
  await withAccounts(accounts, byArne, async (transaction) => {
    await changeRole(transaction, holder, 'shiftLead', bench.now())
    await changeRole(transaction, holder, 'shiftLead', bench.now())
    await changeZones(transaction, holder, [], bench.now())
    await changeZones(transaction, holder, [], bench.now())
    await closeAccount(transaction, holder, { at: bench.now(), abuseFrom: null })
  })

  const { events } = await listed('?group=accounts')

  const [closed, zones, role] = events
  expect([closed, zones, role].map((event) => event?.kind)).toEqual([
    'accountClosed',
    'zonesChanged',
    'roleChanged',
  ])
  expect(closed).toMatchObject({ employeeName: 'Nina Dahl', byName: 'Arne Lie' })
})

test('who asks for what her role lacks is in the log once a minute', async () => {
  const kari = await anAccount(bench, {
    username: 'kari',
    role: 'nurse',
    zones: north === undefined ? [] : [north],
    name: 'Kari Moe',
  })
  const headers = await signIn(bench, 'kari')
  for (let tries = 0; tries < 3; tries++) {
    await server.inject({ url: routes.listSecurityEvents.path, headers })
  }

  await expect
    .poll(async () => (await listed('?group=refused')).events)
    .toMatchObject([{ kind: 'accessRefused', employeeName: 'Kari Moe' }])
  expect(kari).toBeDefined()
})

test('what is undone is not in the log, and nobody changes or deletes what is', async () => {
  const event = { kind: 'settingsChanged', at: bench.now() } as const
  const undone = withAccounts(accounts, byArne, async (transaction) => {
    await recordSecurityEvent(transaction, testMunicipality, event)
    throw new Error('Undone')
  })
  await expect(undone).rejects.toThrow('Undone')
  await expect(asApplication(`update security_event set kind = 'signedIn'`)).rejects.toMatchObject({
    code: '42501',
  })
  await expect(asApplication('delete from security_event')).rejects.toMatchObject({ code: '42501' })
  expect((await listed('?group=accounts')).events.map(({ kind }) => kind)).not.toContain(
    'settingsChanged',
  )
})

test('older events come page by page, each once', async () => {
  await withAccounts(accounts, scope, async (transaction) => {
    for (let count = 1; count <= 150; count++) {
      const event = { kind: 'keysRotated', at: bench.now(), count } as const
      await recordSecurityEvent(transaction, testMunicipality, event)
    }
  })

  const first = await listed('?group=keys')
  const second = await listed(`?group=keys&before=${first.events.at(-1)?.turn}`)

  expect([first.more, second.more]).toEqual([true, false])
  expect([...first.events, ...second.events].map(({ count }) => count)).toEqual(
    Array.from({ length: 150 }, (_, place) => 150 - place),
  )
})

test.each(Role.options.filter((role) => role !== 'administrator'))(
  '%s reads none of it',
  async (role) => {
    const seen = await withTenant(db, { ...scope, account: arne, role }, (transaction) =>
      transaction.selectFrom('securityEvent').select('turn').execute(),
    )

    expect(seen).toEqual([])
  },
)
