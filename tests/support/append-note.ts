import type { FormReference } from '#domain/forms/form-reference.ts'
import { randomUUID } from 'node:crypto'
import type { EntryContent } from '#domain/entries/entry-content.ts'
import { EntryId, type ZoneId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import { appendEntry } from './append-entry.ts'
import type { OutboxDisk } from './memory-outbox-store.ts'
import type { TestCrypto } from './test-crypto.ts'
import { testMunicipality } from './test-server.ts'

/** Writes a note of one line on a device, in the form `prove` whatever it is called. */
export async function appendNote(
  disk: OutboxDisk,
  crypto: TestCrypto,
  { zone, form, now }: { zone: ZoneId; form: FormReference; now: Instant },
): Promise<EntryId> {
  const entryId = EntryId.parse(randomUUID())
  const content = (author: EntryContent['author']): EntryContent => ({
    kind: 'form',
    author,
    patientId: null,
    eventAt: now,
    writtenAt: now,
    corrects: null,
    response: {
      resourceType: 'QuestionnaireResponse',
      questionnaire: 'urn:beredt:form:prove|1',
      status: 'completed',
      item: [{ linkId: 'text', answer: [{ valueString: 'Varm og mett' }] }],
    },
  })
  const wanted = { entryId, municipality: testMunicipality, zone, form, now, content }
  await appendEntry(disk, crypto, wanted)
  return entryId
}
