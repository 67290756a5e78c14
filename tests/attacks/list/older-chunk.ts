import { type Attack, whenWeakened } from '../attack.ts'
import { aNurse, copyStreams, readStream } from '../profile.ts'

export const olderChunk: Attack = {
  name: 'older-chunk',
  about: 'Somebody puts yesterday’s sealed part of a list in the place of today’s.',
  async run(ground, parts) {
    const { town, phone, anne, vault, critical } = await aNurse(await ground.town())
    const yesterday = await copyStreams(phone)
    await town.put('nord-1/critical', 'a', { name: 'Bruker a, seponert Marevan' })
    await phone.sync(vault, anne)
    await vault.access.lock()
    await phone.cache.chunks.bulkPut(yesterday.chunks)

    const opened = await phone.unlock(anne, whenWeakened(parts, { checksDocuments: false }))
    const { trust } = await readStream(opened, critical)

    return {
      refused: trust !== 'verified',
      note: `The list with yesterday’s part in it was shown as ${trust}.`,
    }
  },
}
