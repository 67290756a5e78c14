import { anySignature, type Attack } from '../attack.ts'
import { newSigner } from '../own-keys.ts'
import { aNurse } from '../profile.ts'
import { answerAs, rewriteList } from '../proxies.ts'

export const foreignAnswers: Attack = {
  name: 'foreign-answers',
  about:
    'A proxy tells the phone that its nurse has lost all her lists, signed with keys of its own, also in the name of the server’s.',
  async run(ground, parts) {
    const { town, phone, anne, vault } = await aNurse(await ground.town())
    const before = await phone.cache.replicas.count()
    const own = await newSigner()
    const { keyId } = town.services.keys.current().signing
    const weaker = parts === 'weakened' ? { parts: { signatures: anySignature } } : {}
    for (const signer of [own, { ...own, keyId }]) {
      const through = rewriteList(() => [], answerAs(signer, town))
      await phone.sync(vault, anne, { through, ...weaker })
    }

    const after = await phone.cache.replicas.count()
    return { refused: after === before, note: `The phone kept ${after} of ${before} lists.` }
  },
}
