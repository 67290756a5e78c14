import { withAccounts } from '#server/database/with-tenant.ts'
import type { ReplicaStore } from '#storage/replica/replica-store.ts'
import type { Attack } from '../attack.ts'
import { code } from '../phone.ts'
import { aNurse, copyStreams, readStream } from '../profile.ts'
import { north } from '../town.ts'

/** Takes no stream from anybody: who had a key keeps it. */
const generous = (store: ReplicaStore): ReplicaStore => ({
  ...store,
  shareKeys: () => Promise.resolve([]),
})

export const formerColleague: Attack = {
  name: 'former-colleague',
  about:
    'A colleague who was taken off the zone puts her old copies of the keys back, to read what came afterwards.',
  async run(ground, parts) {
    const { town, phone, anne, vault, critical } = await aNurse(await ground.town())
    await vault.access.lock()
    const berit = await town.hire('Berit Haugen', 'nurse', [north])
    const hers = await phone.enrol(berit)
    await phone.sync(hers, berit)
    await hers.access.lock()
    await phone.sync(await phone.unlock(anne), anne)
    const { streamKeys } = await copyStreams(phone)
    const accountId = berit.profile.author.employeeId
    await withAccounts(town.services.accounts, town.scope, (transaction) =>
      transaction.deleteFrom('accountZone').where('accountId', '=', accountId).execute(),
    )
    await town.put('nord-1/critical', 'd', { name: 'Bruker d' })
    const options = parts === 'weakened' ? { replicas: generous } : {}
    await phone.sync(await phone.unlock(anne), anne, options)

    const own = streamKeys.filter(({ employeeId }) => employeeId === accountId)
    const seen = new Set<string>()
    for (const gen of new Set((await phone.cache.replicas.toArray()).map((row) => row.gen))) {
      await phone.cache.streamKeys.bulkPut(own.flatMap((copy) => [copy, { ...copy, gen }]))
      const opened = await phone.start()
      await opened.access.unlock(accountId, code)
      const { documents } = await readStream(opened, critical)
      for (const { docId } of documents) seen.add(docId)
      await opened.access.lock()
    }
    return {
      refused: own.length > 0 && !seen.has('d'),
      note: `With ${own.length} old keys she read ${seen.has('d') ? 'the new patient' : 'nothing that came afterwards'}.`,
    }
  },
}
