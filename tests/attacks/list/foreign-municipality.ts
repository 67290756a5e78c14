import { randomUUID } from 'node:crypto'
import { routes } from '#contract/routes.ts'
import { webSignatures } from '#server/inbox/web-signatures.ts'
import { checkPush } from '#server/inbox/check-push.ts'
import { unlimitedRate } from '../../support/unlimited-rate.ts'
import { nodeHasher } from '../../support/node-hasher.ts'
import type { Attack } from '../attack.ts'
import { capturePush } from '../captured-push.ts'
import { aNurse } from '../profile.ts'

export const foreignMunicipality: Attack = {
  name: 'foreign-municipality',
  about:
    'A nurse of the neighbouring municipality on the same server pushes with her credential, and pulls with her session.',
  async run(ground, parts) {
    const [town, neighbour] = [await ground.town(), await ground.town()]
    const nurse = await aNurse(neighbour)
    const { push } = await capturePush(nurse)
    const { host } = town
    const stream = town.stream('nord-1/critical')
    await town.put('nord-1/critical', 'a', { name: 'Bruker a' })
    const part = { kind: 'buckets', layout: null }
    const message = { session: randomUUID(), stream, highest: null, part, limit: 100 }
    const headers = { ...nurse.anne.headers, host }

    const pulled = await town.ask(routes.pullStream.path, message, headers)
    const pushed = await town.ask(routes.pushEntries.path, push, { host })
    // The weaker part: a check that takes the municipality from the credential itself.
    const { municipality } = parts === 'weakened' ? push.device.subject : town
    const signatures = webSignatures(() => town.services.keys.current().signed.keySet)
    const checks = { signatures, hasher: nodeHasher, municipality, rate: unlimitedRate }
    const checked = await checkPush(push, checks)

    const statuses = `${pulled.statusCode} to her pull and ${pushed.statusCode} to her push`
    return {
      refused: pulled.statusCode === 401 && pushed.statusCode >= 400 && !checked.ok,
      note: `The server answered ${statuses}.`,
    }
  },
}
