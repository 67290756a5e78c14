import { concernsAmendments, type SignedForm } from '#domain/amendments/amendment-of-note.ts'
import type { EntryId, MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import { zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { StreamStore } from '../streams/stream-store.ts'

const cardKinds = ['patient', 'patientDetails', 'protectedDetails'] as const

/**
 * Whether what an entry says since the list would take the place of a patient's card: both are documents of one stream, and the
 * entry's author chose its id. A registration guards itself.
 */
export async function isIdTaken(
  streams: Pick<StreamStore, 'listStreamsWith'>,
  { entryId, ...form }: { entryId: EntryId } & Pick<SignedForm, 'form' | 'withdraws'>,
  place: { municipality: MunicipalityId; world: World; zones: ReadonlySet<ZoneId> },
): Promise<boolean> {
  if (!concernsAmendments(form)) return false
  const cards = [...place.zones].flatMap((zone) =>
    cardKinds.map((kind) => zoneStreamOf(kind, { ...place, zone })),
  )
  return (await streams.listStreamsWith(entryId, cards)).length > 0
}
