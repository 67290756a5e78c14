import { FormReference } from '#domain/forms/form-reference.ts'
import { expect, test } from 'vitest'
import { EntryId, PatientId } from '#domain/base/ids.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { instantFromMilliseconds } from '#domain/time/instant.ts'
import { appendEntry } from '../support/append-entry.ts'
import { documentsOnDisk, emptyReplicaDisk } from '../support/replica-disk.ts'
import { hasUnsent } from './checks.ts'
import { createContext } from './create-context.ts'
import { openPage } from './device.ts'
import { newEnrolled, newLine, recipientOf } from './enrolment.ts'
import { type Line, lineFetch } from './line.ts'
import { type Device, unlockedOn } from './phone.ts'
import type { RunContext } from './run-context.ts'
import { createServer } from './server.ts'
import { journalOf, municipality, zones } from './sim-streams.ts'
import { sealingCrypto } from './write-entry.ts'

const bytesPerSecond = 2_000
/** What an answer says about one entry that had its effect: its id, that of its device, a cursor and what became of it. */
const bytesPerNotice = 160

test('sixty notes at 2 kB/s are home within half again of what their bytes need', async () => {
  const { context } = await createContext({ seed: 1 })
  const phone = await aPhone(context)
  const bytes = await writeNotes(context, phone, 60)
  await open(context, phone)

  const seconds = await secondsUntilSent(context, phone)

  expect(bytes).toBeGreaterThan(bytesPerSecond * 60)
  expect(seconds).toBeLessThan((1.5 * bytes) / bytesPerSecond)
})

test('a note that alone takes longer than twenty seconds comes home', async () => {
  const { context } = await createContext({ seed: 2 })
  const phone = await aPhone(context)
  const bytes = await writeNotes(context, phone, 1, 60_000)
  await open(context, phone)

  const seconds = await secondsUntilSent(context, phone)

  expect(bytes).toBeGreaterThan(bytesPerSecond * 30)
  expect(seconds).toBeLessThan((1.5 * bytes) / bytesPerSecond)
})

test('a note that alone takes longer than twenty seconds also comes to the phones', async () => {
  const { context } = await createContext({ seed: 4 })
  const phone = await aPhone(context)
  const bytes = await writeNotes(context, phone, 1, 60_000)
  await open(context, phone)
  await secondsUntilSent(context, phone)

  const seconds = await secondsUntilShown(context, phone, journalOf(zones[0]))

  expect(bytes).toBeGreaterThan(bytesPerSecond * 30)
  // Five shorter requests are given up first, and one minute may pass before the next poll.
  expect(seconds).toBeLessThan(400)
})

test('a line that slows down under a phone still drains, and is used in full when it is fast again', async () => {
  const lives = []
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8, 9]) lives.push(await slowAndFastAgain(seed))

  // A batch that was made for the fast line is given up once, and the first back-off follows. The answers tell of each
  // note that it had its effect: of the sixty before, in the first answer, and of these. How long a server takes for each
  // request is a life's own luck.
  const notices = 2 * 60 * bytesPerNotice
  const over = lives.map(({ slow, bytes }) => slow - (1.5 * bytes + notices) / bytesPerSecond)
  expect(median(over)).toBeLessThan(22)
  expect(median(lives.map(({ fast }) => fast))).toBeLessThan(30)
})

async function slowAndFastAgain(seed: number) {
  const { context } = await createContext({ seed })
  const phone = await aPhone(context)
  phone.line.bytesPerSecond = null
  await open(context, phone)
  await writeNotes(context, phone, 60)
  await secondsUntilSent(context, phone)
  phone.line.bytesPerSecond = bytesPerSecond
  const bytes = await writeNotes(context, phone, 60)

  const slow = await secondsUntilSent(context, phone)
  phone.line.bytesPerSecond = null
  await writeNotes(context, phone, 100)
  const fast = await secondsUntilSent(context, phone)
  return { slow, bytes, fast }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

async function aPhone(context: RunContext): Promise<Device & { line: Line }> {
  const line = await newLine(context, null)
  const employee = await newEnrolled(context, line.author.employeeId, [zones[0]])
  return {
    name: 'phone',
    outbox: { lines: new Map([[line.deviceId, line]]), current: line.deviceId },
    replicas: {
      ...emptyReplicaDisk(),
      enrolled: [await recipientOf(context, employee, line.deviceId)],
    },
    staff: [employee],
    unlocked: 0,
    trust: context.keys.signed(),
    snapshots: [],
    tampered: false,
    signedIn: true,
    locked: false,
    line: {
      offline: false,
      trouble: 0,
      mostEntries: 100,
      bytesPerSecond,
      silent: false,
      silences: 0,
      silentSince: 0,
    },
    pages: [],
    hasLocks: true,
    locker: null,
    cloned: false,
    clockAheadMinutes: 0,
  }
}

async function open(context: RunContext, phone: Device): Promise<void> {
  const server = await createServer(context)
  const { outbox } = phone
  const caller = () => ({ employee: unlockedOn(phone).employee.employeeId, outbox })
  openPage(context, phone, lineFetch(context, server, phone.line, new Map(), caller))
}

/** Notes of about the length that a visit takes; answers how many bytes they are together. */
async function writeNotes(
  context: RunContext,
  phone: Device,
  count: number,
  letters = 1_200,
): Promise<number> {
  const { random, scheduler } = context
  const rows = () => [...phone.outbox.lines.values()].flatMap((line) => line.rows)
  const before = rows().length
  const now = instantFromMilliseconds(scheduler.now())
  for (let written = 0; written < count; written++) {
    await appendEntry(phone.outbox, sealingCrypto(context, unlockedOn(phone)), {
      entryId: EntryId.parse(random.uuid()),
      municipality,
      zone: zones[0],
      form: FormReference.parse('besoksnotat@1'),
      now,
      content: (author) => ({
        kind: 'form',
        author,
        patientId: PatientId.parse('00000000-0000-4000-8000-000000000001'),
        eventAt: now,
        writtenAt: now,
        corrects: null,
        response: {
          resourceType: 'QuestionnaireResponse',
          questionnaire: 'urn:beredt:besoksnotat|1',
          status: 'completed',
          item: [{ linkId: 'notat', answer: [{ valueString: 'n'.repeat(letters) }] }],
        },
      }),
    })
  }
  for (const { runner } of phone.pages) runner.trigger('written')
  return rows()
    .slice(before)
    .reduce((sum, { entry }) => sum + JSON.stringify(entry).length, 0)
}

async function secondsUntilShown(
  { scheduler }: RunContext,
  phone: Device,
  stream: StreamId,
): Promise<number> {
  const begun = scheduler.now()
  const isShown = () => documentsOnDisk(phone.replicas, stream).size > 0
  while (!isShown() && scheduler.now() < begun + 1_800_000) {
    await scheduler.runUntil(scheduler.now() + 500)
  }
  return (scheduler.now() - begun) / 1000
}

async function secondsUntilSent({ scheduler }: RunContext, phone: Device): Promise<number> {
  const begun = scheduler.now()
  while (hasUnsent(phone) && scheduler.now() < begun + 1_800_000) {
    await scheduler.runUntil(scheduler.now() + 500)
  }
  return (scheduler.now() - begun) / 1000
}
