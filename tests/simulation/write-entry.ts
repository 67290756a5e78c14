import { FormReference } from '#domain/forms/form-reference.ts'
import type { EntryContent } from '#domain/entries/entry-content.ts'
import { type EmployeeId, EntryId, type ZoneId } from '#domain/base/ids.ts'
import { instantFromMilliseconds } from '#domain/time/instant.ts'
import { appendEntry } from '../support/append-entry.ts'
import { sealingKeyOf } from '#domain/trust/key-set.ts'
import type { TestCrypto } from '../support/test-crypto.ts'
import type { Device, Enrolled } from './phone.ts'
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

/** At 500 bytes a second it takes a minute and a half to send. */
const longAnswers = [{ linkId: 'notat', answer: [{ valueString: 'n'.repeat(28_000) }] }]

/** Somebody writes a note or opens a card; now and then it is one that the server cannot take. */
export async function writeEntry(
  context: RunContext,
  device: Device,
  zone: ZoneId,
): Promise<Written> {
  const { random, scheduler, pace } = context
  const author = device.staff[0]
  if (author === undefined) throw new Error('A phone without employees')
  const entryId = EntryId.parse(random.uuid())
  const now = instantFromMilliseconds(scheduler.now())
  const form = FormReference.parse(random.chance(pace.invalid) ? 'ukjent@1' : 'besoksnotat@1')
  const status = random.chance(pace.invalid) ? 'in-progress' : 'completed'
  const questionnaire = 'urn:beredt:besoksnotat|1'
  const item = pace.lines !== null && random.chance(pace.lines.longNotes) ? longAnswers : []
  const content = await appendEntry(device.outbox, sealingCrypto(context, author), {
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
            response: { resourceType: 'QuestionnaireResponse', questionnaire, status, item },
          }
        : { kind: 'cardOpened', author, patientId, openedAt: now, revealed: null, reason: null },
  })
  const valid = content.kind === 'cardOpened' || (form !== 'ukjent@1' && status === 'completed')
  return { entryId, kind: content.kind, valid, zone, author: content.author.employeeId }
}

/** She seals to the key that she has pinned, whatever the phone says in the clear. */
export function sealingCrypto(
  { crypto }: RunContext,
  { pinned }: Enrolled,
): Pick<TestCrypto, 'hasher' | 'seal' | 'serverKeyId'> {
  const key = sealingKeyOf(pinned.keySet, 'real')
  const seal: TestCrypto['seal'] = (text, context) => crypto.sealTo(key, text, context)
  return { hasher: crypto.hasher, serverKeyId: key.keyId, seal }
}
