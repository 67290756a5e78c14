import { keyIdOf } from '#domain/entries/sealing.ts'
import type { TrustParts } from '#storage/trust/trust-parts.ts'
import { nodeHasher } from '../../support/node-hasher.ts'
import { anySignature, type Attack, whenWeakened } from '../attack.ts'
import { newSigner } from '../own-keys.ts'
import { aPhone } from '../phone.ts'
import { aNurse } from '../profile.ts'
import { answerAs, rewriteList } from '../proxies.ts'
import { north } from '../town.ts'

/** Takes a credential of the server for any device. */
const anyDevice: Partial<TrustParts> = {
  signatures: anySignature,
  publicKeyOfHolder: (_, { recipient }) =>
    Promise.resolve(recipient.credential?.subject.publicKey ?? null),
}

export const foreignCredential: Attack = {
  name: 'foreign-credential',
  about:
    'A colleague plants the row and the valid credential that she has on another phone, and a proxy adds her to the list of holders.',
  async run(ground, parts) {
    const { town, phone, anne, vault } = await aNurse(await ground.town())
    await vault.access.lock()
    const berit = await town.hire('Berit Haugen', 'nurse', [north])
    const other = aPhone(town)
    await other.enrol(berit)
    const employee = berit.profile.author.employeeId
    const row = await other.outbox.employees.get(employee)
    if (row === undefined) throw new Error('Berit is not enrolled.')
    await phone.outbox.employees.put(row)
    const holder = { employee, keyId: await keyIdOf(row.recipient.publicKey, nodeHasher) }
    const { keyId } = town.services.keys.current().signing
    const proxy = rewriteList(
      (streams) => streams.map((held) => ({ ...held, holders: [...held.holders, holder] })),
      answerAs({ ...(await newSigner()), keyId }, town),
    )

    const weaker = whenWeakened(parts, anyDevice)
    const opened = await phone.unlock(anne, weaker)
    await phone.sync(opened, anne, { through: proxy, parts: weaker })

    const copies = await phone.cache.streamKeys.where('employeeId').equals(employee).count()
    const all = await phone.cache.replicas.count()
    return {
      refused: copies === 0,
      note: `Her key of another phone got ${copies} of ${all} stream keys.`,
    }
  },
}
