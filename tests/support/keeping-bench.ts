import { type Account } from '#domain/accounts/account.ts'
import { ListAccountsAnswer, SaveAccountAnswer } from '#contract/accounts/accounts.ts'
import { OrganisationAnswer } from '#contract/accounts/organisation.ts'
import { anAccount, signIn, testPassword, testServer, testZones } from './test-server.ts'

type Headers = Awaited<ReturnType<typeof signIn>>
type Method = 'GET' | 'POST' | 'PUT'

/** A server with an administrator, a leader of nord-1 and nord-2, her nurse, and a nurse of the south. */
export async function keepingBench() {
  const bench = await testServer()
  const { server } = bench
  const [nord1, nord2, sor1] = testZones
  if (nord1 === undefined || nord2 === undefined || sor1 === undefined) {
    throw new Error('The bench has three zones.')
  }
  const ids = {
    arne: await anAccount(bench, {
      username: 'arne',
      role: 'administrator',
      zones: [],
      name: 'Arne Lund',
    }),
    lise: await anAccount(bench, {
      username: 'lise',
      role: 'sectionLeader',
      zones: [nord1, nord2],
      name: 'Lise Moe',
    }),
    anne: await anAccount(bench, {
      username: 'anne',
      role: 'nurse',
      zones: [nord1],
      name: 'Anne Berg',
    }),
    sara: await anAccount(bench, {
      username: 'sara',
      role: 'nurse',
      zones: [sor1],
      name: 'Sara Vik',
    }),
    liv: await anAccount(bench, {
      username: 'liv',
      role: 'nurse',
      zones: [nord1, sor1],
      name: 'Liv Dahl',
    }),
  }

  async function call(headers: Headers | null, method: Method, url: string, payload?: object) {
    const answer = await server.inject({
      method,
      url,
      headers: headers ?? { 'sec-fetch-site': 'same-origin' },
      ...(payload === undefined ? {} : { payload }),
    })
    return { status: answer.statusCode, body: answer.json<unknown>(), headers: answer.headers }
  }

  async function save(headers: Headers, method: Method, url: string, payload: object) {
    return SaveAccountAnswer.parse((await call(headers, method, url, payload)).body)
  }

  const aNurse = {
    name: 'Mona Ås',
    title: 'Sykepleier',
    hprNumber: null,
    role: 'nurse',
    zones: [nord1],
  }

  return {
    bench,
    ids,
    zones: { nord1, nord2, sor1 },
    call,
    as: (username: keyof typeof ids) => signIn(bench, username),
    make: (headers: Headers, changed: object = {}) =>
      save(headers, 'POST', '/api/accounts', { username: null, ...aNurse, ...changed }),
    change: (headers: Headers, changed: object) =>
      save(headers, 'PUT', '/api/accounts', { ...aNurse, ...changed }),
    close: (headers: Headers, account: string) =>
      save(headers, 'POST', '/api/accounts/close', { account, reason: { kind: 'left' } }),
    standIn: (headers: Headers, account: string, change: object) =>
      save(headers, 'PUT', '/api/accounts/stand-in', { account, change }),
    lend: (headers: Headers, account: string, zone: string, change: object) =>
      save(headers, 'PUT', '/api/accounts/lent-zone', { account, zone, change }),
    giveCode: (headers: Headers, account: string) =>
      save(headers, 'POST', '/api/sign-in-codes', { account }),
    async list(headers: Headers): Promise<Account[]> {
      return ListAccountsAnswer.parse((await call(headers, 'GET', '/api/accounts')).body).accounts
    },
    async organisation(headers: Headers) {
      return OrganisationAnswer.parse((await call(headers, 'GET', '/api/organisation')).body)
    },
    async put(headers: Headers, what: 'section' | 'zone' | 'zone-use', payload: object) {
      const { body } = await call(headers, 'PUT', `/api/organisation/${what}`, payload)
      return OrganisationAnswer.parse(body)
    },
    redeem: (username: string, code: string, password = 'et langt nytt passord') =>
      call(null, 'POST', '/api/sign-in-codes/redeem', { username, code, password }),
    signInWith: (username: string, password = testPassword) =>
      call(null, 'POST', '/api/sign-in', { username, password }),
  }
}

/** The code of an answer that must have one. */
export function codeIn(answer: SaveAccountAnswer): { username: string; code: string } {
  if (answer.kind !== 'saved' || answer.code === null) {
    throw new Error(`No code was issued: ${JSON.stringify(answer)}`)
  }
  return answer.code
}
