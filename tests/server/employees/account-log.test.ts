import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { withAccounts, withTenant } from '#server/database/with-tenant.ts'
import { keepingBench } from '../../support/keeping-bench.ts'
import { testMunicipality } from '../../support/test-server.ts'

const { as, bench, ids, make } = await keepingBench()
const { db, accounts } = bench.services

test.each(['nurse', 'sectionLeader', 'administrator'] as const)(
  'what works for a %s on lists and notes neither reads nor writes codes and the log of accounts',
  async (role) => {
    const scope = { municipality: testMunicipality, zones: [], account: ids.arne, role }
    const attempt = (statement: string) =>
      withTenant(db, scope, (transaction) => sql.raw(statement).execute(transaction))
    await make(await as('arne'))

    await expect(attempt('select 1 from account_event')).rejects.toThrow(/permission denied/)
    await expect(attempt('select 1 from sign_in_code')).rejects.toThrow(/permission denied/)
    await expect(
      attempt(`insert into account_event (municipality_id, at, kind, detail)
        values ('testby', now(), 'made', '{}')`),
    ).rejects.toThrow(/permission denied/)
  },
)

const keep = (statement: string) =>
  withAccounts(accounts, testMunicipality, (transaction) => sql.raw(statement).execute(transaction))

test('the role that keeps accounts adds to its log, and neither changes nor takes away what stands in it', async () => {
  await make(await as('arne'))

  expect((await keep('select 1 from account_event')).rows).not.toEqual([])
  await expect(keep(`update account_event set kind = 'made'`)).rejects.toThrow(/permission denied/)
  await expect(keep('delete from account_event')).rejects.toThrow(/permission denied/)
})
