import { canonicalJson } from '#domain/canonical-json.ts'
import { EntryContext, contextBytes, entryHash, headerBytes } from '#domain/entry.ts'
import type { EntryContent } from '#domain/entry-content.ts'
import { nextHlc } from '#domain/hlc.ts'
import { EntryId, PatientId, type ZoneId } from '#domain/ids.ts'
import { instantFromMilliseconds } from '#domain/instant.ts'
import { sealedHash } from '#domain/sealing.ts'
import { appendRow, nextPlace } from '../support/memory-outbox-store.ts'
import type { Device } from './phone.ts'
import type { RunContext } from './run-context.ts'
import { municipality } from './sim-streams.ts'

/** What somebody wrote and was told is kept on the device. */
export type Written = { entryId: EntryId; kind: EntryContent['kind']; valid: boolean; zone: ZoneId }

/** Seals, signs and stores an entry, as the entry repository does. Answers null when the app dies first. */
export async function writeEntry(
  context: RunContext,
  device: Device,
  zone: ZoneId,
): Promise<Written> {
  const { random, scheduler, crypto } = context
  const { hasher } = crypto
  const entryId = EntryId.parse(random.uuid())
  const now = instantFromMilliseconds(scheduler.now())
  const form = random.chance(0.06) ? 'ukjent@1' : 'besoksnotat@1'
  const status = random.chance(0.05) ? 'in-progress' : 'completed'
  for (;;) {
    const { line, n, prevHash } = nextPlace(device.outbox)
    const subject = line.authors[0]?.subject
    if (subject?.kind !== 'author') throw new Error('No author')
    const author = { employeeId: subject.employeeId, name: 'Kari', title: null, hprNumber: null }
    const patientId = PatientId.parse('00000000-0000-4000-8000-000000000001')
    const times = { eventAt: now, writtenAt: now, corrects: null }
    const questionnaire = 'urn:beredt:besoksnotat|1'
    const content: EntryContent =
      n % 3 === 0
        ? {
            kind: 'form',
            author,
            patientId,
            ...times,
            response: { resourceType: 'QuestionnaireResponse', questionnaire, status, item: [] },
          }
        : { kind: 'cardOpened', author, patientId, openedAt: now, revealed: null, reason: null }
    const entryContext: EntryContext = {
      v: 1,
      entryId,
      deviceId: line.deviceId,
      n,
      prevHash,
      form,
      municipality,
      world: 'real',
      zone,
      capturedAt: now,
      capturedOffsetMinutes: 60,
      hlc: nextHlc(null, scheduler.now()),
      authorKeyId: subject.keyId,
      serverKeyId: crypto.serverKeyId,
    }
    const sealed = await crypto.seal(canonicalJson(content), contextBytes(entryContext, hasher))
    const header = { ...entryContext, sealedHash: await sealedHash(sealed, hasher) }
    const bytes = headerBytes(header, hasher)
    const entry = {
      header,
      ...sealed,
      authorSignature: await line.key.sign(bytes),
      deviceSignature: await line.key.sign(bytes),
    }
    const row = { entry, entryHash: await entryHash(header, hasher), state: 'sealed' as const }
    // Another page, or the end of the device id, may have taken the number meanwhile.
    if (!appendRow(device.outbox, row)) continue
    const valid = content.kind === 'cardOpened' || (form !== 'ukjent@1' && status === 'completed')
    return { entryId, kind: content.kind, valid, zone }
  }
}
