import { DeviceId, type EntryId } from '#domain/base/ids.ts'
import type { EntryContent } from '#domain/entries/entry-content.ts'
import type { SignedForm } from '#domain/amendments/amendment-of-note.ts'
import { nextHlc } from '#domain/time/hlc.ts'
import { millisecondsFromInstant } from '#domain/time/instant.ts'
import type { OwnEntry } from '#domain/vault/entry-repository.ts'
import { noon } from './a-patient.ts'

const phone = DeviceId.parse('0d000000-0000-4000-8000-000000000001')

/** The author's own copy of a signed form, as the phone lists it: the `n`th that was written there. */
export function anOwnEntry(
  signed: SignedForm & { entryId: EntryId },
  n: number,
  fields: Partial<OwnEntry> = {},
): OwnEntry {
  const { entryId, form, zone, author, patientId, eventAt, writtenAt, corrects, response } = signed
  const content: EntryContent = {
    kind: 'form',
    author,
    patientId,
    eventAt,
    writtenAt,
    corrects: corrects === null ? null : { entryId: corrects.entryId, reason: 'Feil' },
    response,
    ...(signed.withdraws === undefined
      ? {}
      : { withdraws: { entryId: signed.withdraws.entryId, reason: 'Feil' } }),
  }
  return {
    entryId,
    deviceId: phone,
    n,
    form,
    zone,
    incident: null,
    world: 'real',
    capturedAt: writtenAt,
    hlc: nextHlc(null, millisecondsFromInstant(noon) + n),
    state: 'sealed',
    receivedAt: null,
    content: { kind: 'open', value: content },
    ...fields,
  }
}
