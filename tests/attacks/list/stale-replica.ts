import { routes } from '#contract/routes.ts'
import { PullStream } from '#contract/pull-stream.ts'
import { nonceHeader } from '#contract/protocol.ts'
import type { Fetch, HttpAnswer } from '#sync/http-answer.ts'
import type { ReplicaStore } from '#storage/replica/replica-store.ts'
import { type Attack, whenWeakened } from '../attack.ts'
import { aNurse, readStream } from '../profile.ts'
import { answerAs, withBody } from '../proxies.ts'

/** Forgets what is pinned, as a phone without pins would. */
const forgetful = (store: ReplicaStore): ReplicaStore => ({
  ...store,
  findReplica: () => Promise.resolve(null),
  findHighestHead: () => Promise.resolve(null),
})

export const staleReplica: Attack = {
  name: 'stale-replica',
  about:
    'A copy of the server that stopped yesterday answers with yesterday’s list, rightly signed with the server’s own keys.',
  async run(ground, parts) {
    const { town, phone, anne, vault, critical } = await aNurse(await ground.town())
    const sign = answerAs(await ownSigner(), town)
    async function ownSigner() {
      const { statementSigner } = await import('#server/keys/statement-signer.ts')
      return statementSigner(town.services.keys.current().signing)
    }
    const kept: { answer: HttpAnswer; body: string }[] = []
    const keep =
      (honest: Fetch): Fetch =>
      async (url, init) => {
        const answer = await honest(url, init)
        if (url !== routes.pullStream.path) return answer
        const body = await answer.text()
        if (PullStream.parse(JSON.parse(init.body)).stream === critical) kept.push({ answer, body })
        return withBody(answer, body, answer.headers.get('beredt-signature'))
      }
    const stale =
      (honest: Fetch): Fetch =>
      async (url, init) => {
        const pull = url === routes.pullStream.path ? PullStream.parse(JSON.parse(init.body)) : null
        const [old] = kept
        if (pull?.stream !== critical || old === undefined) return honest(url, init)
        const nonce = init.headers[nonceHeader] ?? ''
        const body = JSON.stringify({ ...JSON.parse(old.body), session: pull.session })
        const { headers } = old.answer
        const answer = {
          ...old.answer,
          headers: { get: (name: string) => (name === nonceHeader ? nonce : headers.get(name)) },
        }
        return withBody(answer, body, await sign({ path: url, nonce, body }))
      }
    await phone.cache.replicas.delete(critical)
    await phone.sync(vault, anne, { through: keep })
    await town.put('nord-1/critical', 'd', { name: 'Bruker d' })
    await phone.sync(vault, anne)
    await vault.access.lock()

    const opened = await phone.unlock(anne, whenWeakened(parts, { isOlder: () => false }))
    const { failures } = await phone.sync(opened, anne, {
      through: stale,
      ...(parts === 'weakened' ? { replicas: forgetful } : {}),
    })

    const { documents, trust } = await readStream(opened, critical)
    const said = failures.map(({ kind }) => kind).join(', ')
    return {
      refused: documents.length === 4 && said.includes('older'),
      note: `The phone shows ${documents.length} of today’s 4 patients as ${trust}${said === '' ? '' : `; yesterday’s list was refused as ${said}`}.`,
    }
  },
}
