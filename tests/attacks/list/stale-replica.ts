import { nonceHeader, signatureHeader } from '#contract/protocol.ts'
import { PullStream } from '#contract/pull-stream.ts'
import { routes } from '#contract/routes.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { statementSigner } from '#server/keys/statement-signer.ts'
import type { ReplicaStore } from '#storage/replica/replica-store.ts'
import type { Fetch, HttpAnswer } from '#sync/http-answer.ts'
import { type Attack, whenWeakened } from '../attack.ts'
import { aNurse, readStream } from '../profile.ts'
import { answerAs, withBody } from '../proxies.ts'
import type { Town } from '../town.ts'

/** Forgets what it has and what is pinned, as a phone without pins would. */
const forgetful = (store: ReplicaStore): ReplicaStore => ({
  ...store,
  findReplica: () => Promise.resolve(null),
  findHighestHead: () => Promise.resolve(null),
})

/** Keeps a stream's first answer, and later gives it again as the server would: signed for the new request. */
function replica(town: Town, stream: StreamId) {
  const sign = answerAs(statementSigner(town.services.keys.current().signing), town)
  const kept: { answer: HttpAnswer; body: string }[] = []
  const pullOf = (url: string, body: string) => {
    const pull = url === routes.pullStream.path ? PullStream.parse(JSON.parse(body)) : null
    return pull?.stream === stream ? pull : null
  }
  return {
    keep:
      (honest: Fetch): Fetch =>
      async (url, init) => {
        const answer = await honest(url, init)
        if (pullOf(url, init.body) === null) return answer
        const body = await answer.text()
        kept.push({ answer, body })
        return withBody(answer, body, answer.headers.get(signatureHeader))
      },
    answer:
      (honest: Fetch): Fetch =>
      async (url, init) => {
        const [pull, old] = [pullOf(url, init.body), kept[0]]
        if (pull === null || old === undefined) return honest(url, init)
        const nonce = init.headers[nonceHeader] ?? ''
        const body = JSON.stringify({ ...JSON.parse(old.body), session: pull.session })
        const get = (name: string) => (name === nonceHeader ? nonce : old.answer.headers.get(name))
        const signature = await sign({ path: url, nonce, body })
        return withBody({ ...old.answer, headers: { get } }, body, signature)
      },
  }
}

export const staleReplica: Attack = {
  name: 'stale-replica',
  about:
    'A copy of the server that stopped yesterday answers with yesterday’s list, rightly signed with the server’s own keys.',
  async run(ground, parts) {
    const { town, phone, anne, vault, critical } = await aNurse(await ground.town())
    const yesterday = replica(town, critical)
    await phone.cache.replicas.delete(critical)
    await phone.sync(vault, anne, { through: yesterday.keep })
    await town.put('nord-1/critical', 'd', { name: 'Bruker d' })
    await phone.sync(vault, anne)
    await vault.access.lock()

    const opened = await phone.unlock(anne, whenWeakened(parts, { isOlder: () => false }))
    const { failures } = await phone.sync(opened, anne, {
      through: yesterday.answer,
      ...(parts === 'weakened' ? { replicas: forgetful } : {}),
    })

    const { documents, trust } = await readStream(opened, critical)
    const said = failures.map(({ kind }) => kind).join(', ')
    const refusal = said === '' ? '' : `; yesterday’s list was refused as ${said}`
    return {
      refused: documents.length === 4 && said.includes('older'),
      note: `The phone shows ${documents.length} of today’s 4 patients as ${trust}${refusal}.`,
    }
  },
}
