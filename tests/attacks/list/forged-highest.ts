import { randomUUID } from 'node:crypto'
import { PullStreamAnswer } from '#contract/pull-stream.ts'
import { routes } from '#contract/routes.ts'
import { statementBytes } from '#domain/trust/signatures.ts'
import type { SignedHead } from '#domain/trust/stream-head.ts'
import { nodeHasher } from '../../support/node-hasher.ts'
import { type Attack, takingAnySignature } from '../attack.ts'
import { newSigner } from '../own-keys.ts'
import { aNurse } from '../profile.ts'

export const forgedHighest: Attack = {
  name: 'forged-highest',
  about:
    'A phone claims to have seen a higher head than the server has, forged or signed for another list, to make all phones start again.',
  async run(ground, parts) {
    const { town, phone, anne, critical } = await aNurse(
      await ground.town(takingAnySignature(parts)),
    )
    const pull = async (highest: SignedHead | null) => {
      const part = { kind: 'buckets', layout: null }
      const message = { session: randomUUID(), stream: critical, highest, part, limit: 100 }
      const answer = await town.ask(routes.pullStream.path, message, anne.headers)
      return PullStreamAnswer.parse(answer.json())
    }
    const row = await phone.cache.replicas.get(critical)
    const other = await phone.cache.replicas.get(town.stream('nord-1/details'))
    if (row === undefined || other === undefined) throw new Error('There is no head.')
    const head = { ...row.head.head, epoch: 9, seq: 900 }
    const signature = await (await newSigner()).sign(statementBytes(head, nodeHasher))
    const claims: SignedHead[] = [
      { head, signature },
      { head, signature: row.head.signature },
      other.head,
    ]
    for (const claim of claims) await pull(claim)

    const now = await pull(null)
    const epoch = now.kind === 'reset' ? null : now.head.head.epoch
    return {
      refused: epoch === row.head.head.epoch,
      note: `After ${claims.length} false claims the epoch is ${String(epoch)}; it was ${row.head.head.epoch}.`,
    }
  },
}
