import { findServer } from '#storage/databases/outbox-database.ts'
import type { SyncServices } from '#sync/sync-cycle.ts'
import type { Attack } from '../attack.ts'
import { aNurse } from '../profile.ts'
import { type Phone } from '../phone.ts'
import { answerAs, rewriteList } from '../proxies.ts'
import { aStrangersServer, putServer } from '../strangers-server.ts'

/** Believes the device's own row. */
function clearRow({ outbox }: Phone): SyncServices['trust'] {
  return {
    async find() {
      const row = await findServer(outbox)
      return row && { municipality: row.municipality, keySet: row.keySet.keySet }
    },
    adopt: () => Promise.resolve('refused'),
  }
}

export const swappedRoot: Attack = {
  name: 'swapped-root',
  about:
    'Somebody puts the root and keys of a server of her own into the clear row, and answers the phone with it.',
  async run(ground, parts) {
    const { town, phone, anne, vault } = await aNurse(await ground.town())
    await vault.access.lock()
    const before = await phone.cache.replicas.count()
    const stranger = await aStrangersServer(town)
    await putServer(phone, stranger)
    const opened = await phone.unlock(anne)

    const { events } = await phone.sync(opened, anne, {
      through: rewriteList(() => [], answerAs(stranger.signer, town)),
      ...(parts === 'weakened' ? { trust: clearRow(phone) } : {}),
    })

    const after = await phone.cache.replicas.count()
    const isBelieved = events.some(({ kind }) => kind === 'streamsListed')
    return {
      refused: !isBelieved && after === before,
      note: `The phone believed ${isBelieved ? 'the stranger’s' : 'none of the stranger’s'} answers and has ${after} of ${before} lists.`,
    }
  },
}
