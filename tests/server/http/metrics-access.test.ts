import { expect, test } from 'vitest'
import { testServer } from '../../support/test-server.ts'

const { server } = await testServer()

test.each([
  ['another machine', { remoteAddress: '10.0.0.1' }],
  ['a proxy on this machine', { headers: { 'x-forwarded-for': '10.0.0.1' } }],
  ['a proxy that says nothing of it', { headers: { host: 'beredt.example.no' } }],
  ['a proxy, for itself', { headers: { 'x-forwarded-for': '127.0.0.1' } }],
])('metrics are not for %s', async (_case, request) => {
  const answer = await server.inject({ url: '/metrics', ...request })

  expect(answer.statusCode).toBe(403)
})

test('metrics with a token are for who has it, wherever', async () => {
  const guarded = await testServer({ metricsToken: 'et-langt-og-hemmelig-ord' })
  const ask = (authorization?: string) =>
    guarded.server.inject({
      url: '/metrics',
      remoteAddress: '10.0.0.1',
      headers: authorization === undefined ? {} : { authorization },
    })

  const answers = [await ask('Bearer et-langt-og-hemmelig-ord'), await ask('Bearer x'), await ask()]
  const here = await guarded.server.inject('/metrics')

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 403, 403])
  expect(here.statusCode).toBe(403)
})
