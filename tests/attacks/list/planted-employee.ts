import { EmployeeId } from '#domain/base/ids.ts'
import type { TrustParts } from '#storage/trust/trust-parts.ts'
import { type Attack, whenWeakened } from '../attack.ts'
import { aNurse } from '../profile.ts'
import { aRecipient, openedBy } from '../stolen-keys.ts'
import { north } from '../town.ts'

/** Takes a row for a proof: whoever writes in the profile then says whom keys are sealed to. */
const anyRow: Partial<TrustParts> = {
  publicKeyOfHolder: (_, row) => Promise.resolve(row.recipient.publicKey),
}

export const plantedEmployee: Attack = {
  name: 'planted-employee',
  about:
    'A stranger writes her public key into a row of her own and into a colleague’s, with keys of zeros, and marks every list damaged.',
  async run(ground, parts) {
    const { town, phone, anne, vault } = await aNurse(await ground.town())
    const berit = await town.hire('Berit Haugen', 'nurse', [north])
    await vault.access.lock()
    await (await phone.enrol(berit)).access.lock()
    const { pair, publicKey } = await aRecipient()
    const strangersId = EmployeeId.parse(crypto.randomUUID())
    const row = await phone.outbox.employees.get(berit.profile.author.employeeId)
    if (row === undefined) throw new Error('Berit is not enrolled.')
    const recipient = { ...row.recipient, publicKey }
    await phone.outbox.employees.bulkPut([
      { ...row, recipient },
      { ...row, id: strangersId, recipient },
    ])
    const zeros = { encapsulatedKey: new Uint8Array(65), sealed: new Uint8Array(48) }
    const replicas = await phone.cache.replicas.toArray()
    for (const { id, gen } of replicas) {
      for (const employeeId of [strangersId, row.id]) {
        await phone.cache.streamKeys.put({ stream: id, gen, employeeId, v: 1, ...zeros })
      }
      await phone.cache.replicas.update(id, { damaged: 1 })
    }

    const weaker = whenWeakened(parts, anyRow)
    await phone.sync(await phone.unlock(anne, weaker), anne)

    const stolen = await openedBy(phone, pair)
    return {
      refused: stolen === 0,
      note: `The stranger got ${stolen} of ${replicas.length} stream keys.`,
    }
  },
}
