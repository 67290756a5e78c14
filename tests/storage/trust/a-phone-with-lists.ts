import type { TrustParts } from '#storage/trust/trust-parts.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import { aDocument, build, critical, storeOf } from '../../support/build-replica.ts'
import { type VouchingServer, anUnlockedPhone, codeOfAnne } from '../../support/test-vault.ts'
import { stranger } from './planted.ts'

/** A locked phone with three patients on it; `unlock` starts the app again, with weaker parts for the control. */
export async function aPhoneWithLists(server: VouchingServer, buckets = 4) {
  const { phone, vault, anne } = await anUnlockedPhone(server)
  const documents = [await aDocument('a', 1), await aDocument('b', 2), await aDocument('c', 3)]
  const opened = await storeOf({ phone, vault }, server)
  await build(opened, documents, { buckets })
  return {
    phone,
    vault,
    documents,
    opened,
    them: stranger(phone),
    async unlock(parts: Partial<TrustParts> = {}): Promise<Vault> {
      await vault.access.lock()
      const restarted = await phone.openVault({ parts })
      const unlocked = await restarted.access.unlock(anne.author.employeeId, codeOfAnne)
      if (!unlocked.ok) throw new Error(unlocked.refusal.kind)
      return restarted
    },
  }
}

export async function readOpen(vault: Vault) {
  const reading = await vault.streams.read(critical)
  if (reading.kind !== 'open') throw new Error(`The stream is ${reading.kind}.`)
  return reading
}
