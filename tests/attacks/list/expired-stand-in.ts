import { randomUUID } from 'node:crypto'
import { routes } from '#contract/routes.ts'
import { sessionRepository } from '#server/accounts/session-repository.ts'
import { withAccounts } from '#server/database/with-tenant.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import type { Attack } from '../attack.ts'
import { alone, type Weaken } from '../ground.ts'
import { type Hired, north, south, type Town } from '../town.ts'

const oneDay = 24 * 60

/** Sessions whose clock stands still: nobody's time is over. */
const timeless: Weaken = ({ accounts, sources }) => {
  const begun = sources.now()
  return { sessions: sessionRepository(accounts, { ...sources, now: () => begun }) }
}

/** Gives an account until this time tomorrow, and answers its username. */
async function makeStandIn(town: Town, { profile }: Hired): Promise<string> {
  const period = { validFrom: town.now(), validTo: plusMinutes(town.now(), oneDay) }
  const { username } = await withAccounts(town.services.accounts, town.scope, (transaction) =>
    transaction
      .updateTable('account')
      .set(period)
      .where('accountId', '=', profile.author.employeeId)
      .returning('username')
      .executeTakeFirstOrThrow(),
  )
  return username
}

function pull(town: Town, { headers }: Hired) {
  const part = { kind: 'buckets', layout: null }
  const stream = town.stream('nord-1/critical')
  const message = { session: randomUUID(), stream, highest: null, part, limit: 100 }
  return town.ask(routes.pullStream.path, message, headers)
}

export const expiredStandIn: Attack = {
  name: 'expired-stand-in',
  about:
    'A stand-in whose time was over yesterday pulls the zone’s list by her session, and signs in again.',
  async run(ground, parts) {
    const town = await ground.town(parts === 'weakened' ? timeless : alone)
    const vera = await town.hire('Vera Holm', 'nurse', [north])
    const username = await makeStandIn(town, vera)
    await town.put('nord-1/critical', 'a', { secret: 'a' }, 'prove@1')
    const within = await pull(town, vera)
    town.passMinutes(2 * oneDay)

    const after = await pull(town, vera)
    const again = await town.server.inject({
      method: 'POST',
      url: routes.signIn.path,
      headers: { host: town.host },
      payload: { username, password: 'riktig hest batteri' },
    })
    const gotList = after.body.includes('secret')
    return {
      refused: within.body.includes('secret') && !gotList && again.statusCode === 403,
      note: `Her session got ${gotList ? 'the list' : `${after.statusCode}`}, her password ${again.statusCode}.`,
    }
  },
}

/** Takes everybody for an administrator. */
const administrators: Weaken = ({ sessions }) => ({
  sessions: {
    ...sessions,
    async use(municipality, cookie) {
      const used = await sessions.use(municipality, cookie)
      const { role, zones } = { role: 'administrator' as const, zones: [] }
      return (
        used && {
          ...used,
          signedIn: {
            ...used.signedIn,
            role,
            zones,
            scope: { ...used.signedIn.scope, role, zones },
          },
        }
      )
    },
  },
})

export const nurseExtends: Attack = {
  name: 'nurse-extends',
  about: 'A nurse gives a colleague more days, and a zone of another section.',
  async run(ground, parts) {
    const town = await ground.town(parts === 'weakened' ? administrators : undefined)
    const nina = await town.hire('Nina Dahl', 'nurse', [north])
    const vera = await town.hire('Vera Holm', 'nurse', [north])
    await makeStandIn(town, vera)
    const account = vera.profile.author.employeeId
    const change = { kind: 'days', from: '2026-11-23', to: '2027-11-23' }
    const send = (route: { path: string }, payload: object) =>
      town.server.inject({ method: 'PUT', url: route.path, headers: nina.headers, payload })

    const answers = [
      await send(routes.saveStandIn, { account, change }),
      await send(routes.lendZone, { account, zone: south, change }),
    ]
    const saved = answers.filter(({ body }) => body.includes('"saved"')).length
    return {
      refused: answers.every(({ statusCode }) => statusCode === 403),
      note: `${saved} of ${answers.length} were saved (${answers.map(({ statusCode }) => statusCode).join(', ')}).`,
    }
  },
}
