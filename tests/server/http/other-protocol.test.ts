import { expect, test } from 'vitest'
import { nonceHeader, protocolHeader, syncContentType } from '#contract/protocol.ts'
import { testServer } from '../../support/test-server.ts'

const { server } = await testServer()

test.each([
  [0, 'Appen er eldre enn serveren. Oppdater appen.'],
  [2, 'Serveren er eldre enn appen. Si fra til den som drifter Beredt.'],
])('protocol %i is told which of the two is behind, in our form', async (protocol, text) => {
  const answer = await server.inject({
    method: 'POST',
    url: '/api/sync/push',
    headers: { 'content-type': syncContentType, [nonceHeader]: 'abc' },
    payload: JSON.stringify({ protocol }),
  })

  expect(answer.json()).toEqual({ kind: 'wrongProtocol', text })
  expect(answer.headers).toMatchObject({ [protocolHeader]: '1', [nonceHeader]: 'abc' })
})
