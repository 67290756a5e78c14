import { pushBytes } from '#contract/push-entries.ts'
import { routes } from '#contract/routes.ts'
import { nodeHasher } from '../../support/node-hasher.ts'
import { type Attack, takingAnySignature } from '../attack.ts'
import { capturePush } from '../captured-push.ts'
import { newSigner } from '../own-keys.ts'
import { aNurse } from '../profile.ts'

export const foreignPushSignature: Attack = {
  name: 'foreign-push-signature',
  about: 'Somebody changes a phone’s push, and signs it with the key of another device.',
  async run(ground, parts) {
    const nurse = await aNurse(await ground.town(takingAnySignature(parts)))
    const { town } = nurse
    const { push } = await capturePush(nurse)
    const changed = { ...push, noticesAfter: 77 }
    const signature = await (await newSigner()).sign(pushBytes(changed, nodeHasher))

    const message = { ...changed, signature }
    const { statusCode } = await town.ask(routes.pushEntries.path, message, { host: town.host })

    return {
      refused: statusCode === 403,
      note: `The server answered ${statusCode} to a push that another key had signed.`,
    }
  },
}
