import { FormReference } from '#domain/forms/form-reference.ts'
import type { EntryContent } from '#domain/entries/entry-content.ts'
import { type EmployeeId, EntryId, type ZoneId } from '#domain/base/ids.ts'
import { instantFromMilliseconds } from '#domain/time/instant.ts'
import { appendEntry } from '../support/append-entry.ts'
import type { Device } from './phone.ts'
import type { RunContext } from './run-context.ts'
import { municipality, patientId } from './sim-streams.ts'

/** An entry that its author was told is stored on the device. */
export type Written = {
  entryId: EntryId
  kind: EntryContent['kind']
  valid: boolean
  zone: ZoneId
  author: EmployeeId
}

/** Somebody writes a note or opens a card; now and then it is one that the server cannot take. */
export async function writeEntry(
  { random, scheduler, crypto, pace }: RunContext,
  device: Device,
  zone: ZoneId,
): Promise<Written> {
  const entryId = EntryId.parse(random.uuid())
  const now = instantFromMilliseconds(scheduler.now())
  const form = FormReference.parse(random.chance(pace.invalid) ? 'ukjent@1' : 'besoksnotat@1')
  const status = random.chance(pace.invalid) ? 'in-progress' : 'completed'
  const questionnaire = 'urn:beredt:besoksnotat|1'
  const content = await appendEntry(device.outbox, crypto, {
    entryId,
    municipality,
    zone,
    form,
    now,
    content: (author, n) =>
      n % 3 === 0
        ? {
            kind: 'form',
            author,
            patientId,
            eventAt: now,
            writtenAt: now,
            corrects: null,
            response: { resourceType: 'QuestionnaireResponse', questionnaire, status, item: [] },
          }
        : { kind: 'cardOpened', author, patientId, openedAt: now, revealed: null, reason: null },
  })
  const valid = content.kind === 'cardOpened' || (form !== 'ukjent@1' && status === 'completed')
  return { entryId, kind: content.kind, valid, zone, author: content.author.employeeId }
}
