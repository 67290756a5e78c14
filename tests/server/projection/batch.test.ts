import { randomUUID } from 'node:crypto'
import type { KyselyPlugin } from 'kysely'
import { expect, test } from 'vitest'
import type { Author } from '#domain/base/author.ts'
import { aboutEntryAddresses, withdrawalForm } from '#domain/entries/forms-about-entries.ts'
import { type DeviceId, EntryId, MunicipalityId } from '#domain/base/ids.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import type { Database } from '#server/database/database.ts'
import { withTenant } from '#server/database/with-tenant.ts'
import { projectWaiting } from '#server/projection/projection.ts'
import { honestAnswer, noteText, poisonedForm, poisons } from '../../support/a-poison.ts'
import type { OutboxDisk } from '../../support/memory-outbox-store.ts'
import { projectingMunicipality } from '../../support/projecting-database.ts'
import { pushedAt, pushingPhones, type Written } from '../../support/pushing-phone.ts'
import { fakeCrypto } from '../../support/test-crypto.ts'
import { testDatabase } from '../../support/test-database.ts'

const crypto = fakeCrypto()
const { newPhone, write, writeOne, push } = pushingPhones(crypto)
const municipality = MunicipalityId.parse('testby')

async function aServer() {
  const database = await testDatabase()
  return { db: database.db, ...(await projectingMunicipality(database, municipality)) }
}
type Server = Awaited<ReturnType<typeof aServer>>

/** Projects what waits until nothing is ready, now and when the faults of before are tried again. */
async function project(
  db: Database,
  suspects = new Set<DeviceId>(),
  opened: EntryId[] = [],
): Promise<void> {
  for (const minutes of [0, 2, 15]) {
    await projectWaiting(
      {
        db,
        seals: {
          ...crypto.seals,
          open(entry, context) {
            opened.push(entry.header.entryId)
            return crypto.seals.open(entry, context)
          },
        },
        ports: { judge: () => ({ kind: 'effect', marks: [] }) },
        now: () => plusMinutes(pushedAt, minutes),
        onFault: () => {},
        onFaulted: () => {},
        onAlarm: () => {},
        suspects,
      },
      municipality,
    )
  }
}

/** All that projection leaves, in an order of its own. Cursors follow the clock; their order is each device's. */
async function leftBy({ db, scope }: Server) {
  return await withTenant(db, scope, async (transaction) => {
    const rows = await transaction
      .selectFrom('inbox')
      .select(['deviceId', 'n', 'projected', 'noticeReason', 'faults', 'waitsFor', 'dueAt'])
      .orderBy('deviceId')
      .orderBy('noticeCursor')
      .execute()
    const journal = await transaction
      .selectFrom('streamDoc')
      .select(['docId', 'body', 'deleted'])
      .where('streamId', '=', StreamId.parse(`${municipality}/real/nord-1/journal`))
      .orderBy('docId')
      .execute()
    const opened = await transaction
      .selectFrom('accessLog')
      .select(['entryId', 'employeeId', 'patientId', 'openedAt'])
      .orderBy('entryId')
      .execute()
    const junk = await transaction
      .selectFrom('device')
      .select(['deviceId', 'usedJunkBytes'])
      .orderBy('deviceId')
      .execute()
    const events = await transaction
      .selectFrom('securityEvent')
      .select(['deviceId', 'count'])
      .execute()
    const quarantined = new Map<string, number>()
    for (const { deviceId, count } of events) {
      const key = String(deviceId)
      quarantined.set(key, (quarantined.get(key) ?? 0) + count)
    }
    return { rows, journal, opened, junk, quarantined }
  })
}

const aNote: Written = { form: poisonedForm, text: (author) => noteText(author, [honestAnswer]) }

function withdrawalOf(entryId: EntryId): Written {
  const answer = [{ valueString: 'Skrevet på feil person' }]
  const response = {
    resourceType: 'QuestionnaireResponse',
    questionnaire: `${aboutEntryAddresses.withdraws}|1`,
    status: 'completed',
    item: ['what', 'reason'].map((linkId) => ({ linkId, answer })),
  }
  const rest = { patientId: null, eventAt: pushedAt, writtenAt: pushedAt, corrects: null, response }
  return {
    form: withdrawalForm,
    text: (author: Author) =>
      JSON.stringify({
        kind: 'form',
        author,
        withdraws: { entryId, reason: 'Feil person' },
        ...rest,
      }),
  }
}

/** Phones with all that a batch may hold: notes, opened cards, an entry that repeats another, one about another, and poison. */
async function phonesHome(poison: readonly Written[]): Promise<OutboxDisk[]> {
  const phones: OutboxDisk[] = []
  for (let place = 0; place < 12; place++) {
    const phone = await newPhone(municipality)
    const first = await writeOne(phone, municipality, aNote)
    await writeOne(phone, municipality)
    if (place % 3 === 0) await writeOne(phone, municipality, { ...aNote, reseals: first })
    if (place % 3 === 1) await writeOne(phone, municipality, withdrawalOf(first))
    if (place === 2) for (const one of poison) await write(phone, municipality, 2, one)
    if (place === 5) {
      const missing = EntryId.parse(randomUUID())
      await writeOne(phone, municipality, withdrawalOf(missing))
    }
    await write(phone, municipality, 3, aNote)
    phones.push(phone)
  }
  return phones
}

const junk = [poisons.unreadable(), poisons.invalidResponse()]

test.each([
  { what: 'junk among them', poison: junk, faulted: 0 },
  { what: 'what PostgreSQL refuses among them', poison: [...junk, poisons.faulted()], faulted: 2 },
])(
  'what is projected together is what is projected one by one, $what',
  async (given) => {
    const [together, oneByOne] = [await aServer(), await aServer()]
    const phones = await phonesHome(given.poison)
    for (const phone of phones) {
      for (const { inInbox } of [together, oneByOne]) await push(inInbox, phone, municipality)
    }

    await project(together.db)
    await project(oneByOne.db, new Set(phones.map(({ current }) => current)))

    const left = await leftBy(together)
    expect(left).toEqual(await leftBy(oneByOne))
    const { rows } = left
    expect(rows.filter(({ noticeReason }) => noticeReason === 'faulted')).toHaveLength(
      given.faulted,
    )
    expect(rows.filter(({ noticeReason }) => noticeReason === 'unreadable')).toHaveLength(2)
    expect(rows.filter(({ waitsFor }) => waitsFor === 'retry')).toHaveLength(1)
    expect(rows.filter(({ projected }) => projected === 'applied').length).toBeGreaterThan(60)
  },
  60_000,
)

/** Counts the queries of a database. */
function counting(db: Database) {
  const counted = { queries: 0 }
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      counted.queries += 1
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  return { db: db.withPlugin(plugin), counted }
}

test.each([
  { how: 'together', most: 70 },
  { how: 'one by one', most: null },
])(
  'fifty entries of fifty phones, $how: so many queries',
  async ({ how, most }) => {
    const server = await aServer()
    const devices = new Set<DeviceId>()
    for (let made = 0; made < 50; made++) {
      const phone = await newPhone(municipality)
      await writeOne(phone, municipality, aNote)
      await push(server.inInbox, phone, municipality)
      devices.add(phone.current)
    }
    const { db, counted } = counting(server.db)

    await project(db, how === 'together' ? new Set() : devices)

    expect(counted.queries > (most ?? 500)).toBe(most === null)
  },
  60_000,
)

test.each([
  { who: 'a suspect', isSuspect: true },
  { who: 'no suspect', isSuspect: false },
])(
  'a phone whose entries throw is $who: how often those of others are opened',
  async (given) => {
    const { db: plain, inInbox } = await aServer()
    const { db, counted } = counting(plain)
    const poisoned = await newPhone(municipality)
    await writeOne(poisoned, municipality, poisons.faulted())
    await push(inInbox, poisoned, municipality)
    const honest = new Set<EntryId>()
    for (let made = 0; made < 40; made++) {
      const phone = await newPhone(municipality)
      honest.add(await writeOne(phone, municipality, aNote))
      await push(inInbox, phone, municipality)
    }
    const opened: EntryId[] = []

    await project(db, new Set(given.isSuspect ? [poisoned.current] : []), opened)

    const ofOthers = opened.filter((entryId) => honest.has(entryId))
    expect(new Set(ofOthers).size).toBe(40)
    expect(ofOthers.length).toBe(given.isSuspect ? 40 : 80)
    expect(counted.queries > 200).toBe(!given.isSuspect)
  },
  60_000,
)
