import { expect, test } from 'vitest'
import { PullStreamAnswer } from '#contract/pull-stream.ts'
import { inviteFirstAdministrator } from '#server/accounts/invitations.ts'
import { testServer } from '../../support/test-server.ts'
import { presentVersion } from '../golden-files.ts'
import { documentMessages, selectDemo } from './demo-selection.ts'
import { holdConversation } from './hold-conversation.ts'
import { addMessages } from './message-files.ts'
import { messagesOf, recordServer } from './recorded-server.ts'
import { addSigned } from './signed-files.ts'

test('a run of the server is written down', async () => {
  const bench = await testServer()
  const exchanges = recordServer(bench.server)
  const token = await inviteFirstAdministrator(bench.services)
  await bench.server.inject({
    method: 'POST',
    url: '/api/invitations/redeem',
    payload: {
      token,
      municipalityName: 'Testby kommune',
      name: 'Berit Vik',
      username: 'berit',
      password: 'et langt passord',
    },
  })
  const contents = await holdConversation(bench)

  const pulled = exchanges
    .filter(({ route, status }) => route === 'pullStream' && status === 200)
    .map(({ body }) => PullStreamAnswer.parse(JSON.parse(body)))
    .flatMap((answer) => (answer.kind === 'reset' ? [] : answer.documents))
  const documents = documentMessages([...pulled, ...selectDemo('testby')])
  const entries = contents.map((value) => ({ name: 'entryContent', value }))
  await addMessages(presentVersion, [...messagesOf(exchanges), ...documents, ...entries])
  await addSigned(presentVersion, exchanges, bench.services.keys.current().signed)

  expect(exchanges.length).toBeGreaterThan(0)
})
