import type { TrustParts } from '#storage/trust/trust-parts.ts'
import { findServer } from '#storage/databases/outbox-database.ts'
import { type Attack, whenWeakened } from '../attack.ts'
import { aNote } from '../a-note.ts'
import { aNurse } from '../profile.ts'
import { aStrangersServer, putServer } from '../strangers-server.ts'

/** Seals to what the device's own row says, which anybody may write. */
const clearRow: Partial<TrustParts> = {
  async serverOf(_, database) {
    const row = await findServer(database)
    if (row === null) throw new Error('Nobody is enrolled.')
    return { municipality: row.municipality, keySet: row.keySet.keySet }
  },
}

export const swappedSealingKey: Attack = {
  name: 'swapped-sealing-key',
  about: 'Somebody puts her own sealing key into the clear row that names the server’s keys.',
  async run(ground, parts) {
    const { phone, anne, vault, town } = await aNurse(await ground.town())
    await vault.access.lock()
    const stranger = await aStrangersServer(town)
    await putServer(phone, stranger)

    const opened = await phone.unlock(anne, whenWeakened(parts, clearRow))
    await opened.entries.add(aNote(anne))

    const entries = await phone.outbox.entries.toArray()
    const stolen = entries.filter(
      ({ entry }) => entry.header.serverKeyId === stranger.sealingKey.named.keyId,
    )
    return {
      refused: entries.length > 0 && stolen.length === 0,
      note: `${stolen.length} of ${entries.length} notes were sealed to the stranger’s key.`,
    }
  },
}
