import type { DeviceReader } from '#app/bridge/device-reader.ts'
import { accepted } from '#domain/base/result.ts'
import { followed, joinedId } from '#domain/new-patients/follow-joined.ts'
import type { DraftRepository } from '#domain/vault/draft-repository.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import type { KnownJoined } from './with-joined.ts'

type Own = Pick<Vault, 'drafts' | 'entries' | 'secondSigner'>

/** The card of a temporary patient who was joined is that of the list's patient, from wherever it is opened. */
export function readerOfJoined(
  reader: DeviceReader,
  { joined }: Pick<KnownJoined, 'joined'>,
): DeviceReader {
  return {
    ...reader,
    findPatient: async (id) => reader.findPatient(joinedId(id, await joined())),
  }
}

/**
 * Her drafts, listed under the list's patient. A draft that is opened keeps whom it names: it is signed as it was begun,
 * and followed when it is read.
 */
export function draftsOfJoined(
  drafts: DraftRepository,
  { joined }: Pick<KnownJoined, 'joined'>,
): DraftRepository {
  return {
    ...drafts,
    async list() {
      const [listed, known] = await Promise.all([drafts.list(), joined()])
      if (!listed.ok || known.size === 0) return listed
      const { drafts: stored, damaged } = listed.value
      return accepted({
        drafts: stored.map((one) => ({ ...one, draft: followed(one.draft, known) })),
        damaged,
      })
    },
  }
}

/** What the employee has written herself, likewise: an entry that she corrects is found as she signed it. */
export function ownOfJoined(vault: Own, known: Pick<KnownJoined, 'joined' | 'entries'>): Own {
  const { entries } = known
  return {
    drafts: draftsOfJoined(vault.drafts, known),
    entries: {
      ...vault.entries,
      async listOwn() {
        const own = await entries(vault.entries.listOwn())
        return own.ok ? accepted([...own.value]) : own
      },
    },
    secondSigner: {
      ...vault.secondSigner,
      async listWitnessed() {
        const witnessed = await entries(vault.secondSigner.listWitnessed())
        return witnessed.ok ? accepted([...witnessed.value]) : witnessed
      },
    },
  }
}
