import type { EntryId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import { aboutEntryItems, responseAboutEntry } from '#domain/entries/forms-about-entries.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { SecondSignature } from '#domain/vault/second-signer.ts'
import type { WrittenNote } from '#domain/vault/written-notes.ts'
import { countersign as words } from '#text/nb/screens/writing/countersign.ts'
import { noteNameText } from '#text/nb/words/notes/about-note.ts'

type Signed = { entryId: EntryId; title: string; hash: string; now: Instant; world: World }

/** What a second employee signs about a note: that she has checked these bytes, and in words which note it was. */
export function countersigningOf(
  note: WrittenNote,
  { entryId, title, hash, now, world }: Signed,
): SecondSignature {
  const { patientId, zone } = note
  return {
    entryId,
    zone,
    world,
    content: {
      kind: 'form',
      patientId,
      eventAt: now,
      writtenAt: now,
      countersigns: { entryId: note.entryId, hash },
      response: responseAboutEntry('countersigns', [
        {
          linkId: aboutEntryItems.what,
          text: words.what,
          answer: noteNameText(title, note),
        },
      ]),
    },
  }
}
