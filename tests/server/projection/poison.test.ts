import { isIdTaken } from '#server/projection/note-writes.ts'
import type { Verdict } from '#domain/entries/author-rights.ts'
import { postgresAuthorStore } from '#server/accounts/postgres-author-store.ts'
import { postgresAlarmStore } from '#server/alarms/postgres-alarm-store.ts'
import { postgresReviewStore } from '#server/projection/postgres-review-store.ts'
import { expect, test } from 'vitest'
import type { EntryId } from '#domain/base/ids.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import type { DatabaseTransaction } from '#server/database/database.ts'
import { withTenant } from '#server/database/with-tenant.ts'
import type { InboxStore } from '#server/inbox/inbox-store.ts'
import { postgresInboxStore } from '#server/inbox/postgres-inbox-store.ts'
import { usualContentLimits } from '#server/projection/content-limits.ts'
import { wordedResponse } from '#domain/forms/worded-response.ts'
import { ProjectionFault, projectNext } from '#server/projection/project-entry.ts'
import { openProjection } from '#server/projection/run-projection.ts'
import { saidOfItself } from '#server/projection/said-of-itself.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { poisons } from '../../support/a-poison.ts'
import { arrivalOrder } from '../../support/arrival-order.ts'
import { projectingMunicipality } from '../../support/projecting-database.ts'
import { pushedAt, pushingPhones } from '../../support/pushing-phone.ts'
import { fakeCrypto } from '../../support/test-crypto.ts'
import { testDatabase } from '../../support/test-database.ts'

const crypto = fakeCrypto()
const { newPhone, write, writeOne, push } = pushingPhones(crypto)
const database = await testDatabase()
const { db } = database

const mixed = [
  poisons.nestedTooDeep(1_000),
  poisons.tooManyItems(1_100),
  poisons.invalidResponse(),
  poisons.unreadable(),
  poisons.faulted(),
]

/** A thousand poisoned entries of one phone wait, and then notes of others come. */
async function poisoned() {
  const { municipality, scope, inInbox, stateOf } = await projectingMunicipality(database, 'testby')
  const loud = await newPhone(municipality)
  for (let batch = 0; batch < 10; batch++) {
    for (const poison of mixed) await write(loud, municipality, 20, poison)
    await push(inInbox, loud, municipality, { from: batch * 100 + 1 })
  }
  const ports = {
    seals: crypto.seals,
    hasher: crypto.hasher,
    contentLimits: usualContentLimits,
    zones: new Set(scope.zones),
    wordResponse: wordedResponse,
    judge: (): Verdict => ({ kind: 'effect', marks: [] }),
    isIdTaken,
    said: saidOfItself,
  }
  const faulty = new Set<string>()
  return {
    async pushNote(): Promise<EntryId> {
      const quiet = await newPhone(municipality)
      const entryId = await writeOne(quiet, municipality)
      await push(inInbox, quiet, municipality, { at: plusMinutes(pushedAt, 1) })
      return entryId
    },
    /** How many entries are claimed until the note has its effect; at most `max`. */
    async claimsUntilApplied(
      note: EntryId,
      max: number,
      claimOf?: (transaction: DatabaseTransaction) => InboxStore['claimWaiting'],
    ): Promise<number> {
      for (let claims = 1; claims <= max; claims++) {
        try {
          await withTenant(db, scope, (transaction) => {
            const fair = postgresInboxStore(transaction, municipality)
            const claimWaiting = claimOf?.(transaction) ?? fair.claimWaiting
            const streams = postgresStreamStore(transaction)
            const authors = postgresAuthorStore(transaction)
            const reviews = postgresReviewStore(transaction, municipality)
            const { store: alarms } = postgresAlarmStore(transaction, municipality)
            const inbox = { ...fair, claimWaiting }
            const stores = { inbox, streams, authors, reviews, alarms }
            return projectNext(stores, ports, pushedAt, faulty)
          })
        } catch (fault) {
          if (!(fault instanceof ProjectionFault)) throw fault
          faulty.add(fault.row.bytesHash)
        }
        if ((await stateOf(note))?.projected === 'applied') return claims
      }
      return max
    },
  }
}

test('a thousand poisoned entries of one phone delay another’s note by one; in the order of arrival, by all of them', async () => {
  const { pushNote, claimsUntilApplied } = await poisoned()

  const fair = await claimsUntilApplied(await pushNote(), 50)
  const inOrder = await claimsUntilApplied(await pushNote(), 50, arrivalOrder)

  expect(fair).toBeLessThanOrEqual(2)
  expect(inOrder).toBe(50)
}, 60_000)

test('a flood in one municipality delays another by fifty entries', async () => {
  const names = ['aure', 'bokn']
  const opened: string[] = []
  const [flooded, other] = [
    await projectingMunicipality(database, 'aure'),
    await projectingMunicipality(database, 'bokn'),
  ]
  for (const [place, count] of [
    [flooded, 200],
    [other, 1],
  ] as const) {
    const phone = await newPhone(place.municipality)
    await write(phone, place.municipality, count)
    await push(place.inInbox, phone, place.municipality)
  }
  const projection = openProjection({
    world: 'real',
    db,
    seals: {
      ...crypto.seals,
      open(entry, context) {
        if (names.includes(entry.header.municipality)) opened.push(entry.header.municipality)
        return crypto.seals.open(entry, context)
      },
    },
    now: () => pushedAt,
    onFault: () => {},
    onFaulted: () => {},
    onAlarm: () => {},
    onAwaitingKeys: () => {},
    onPostponed: () => {},
    onEffects: () => {},
  })

  projection.wake(flooded.municipality)
  projection.wake(other.municipality)
  await expect.poll(() => opened.length, { timeout: 30_000 }).toBe(201)
  await projection.stop()

  expect(opened.indexOf('bokn')).toBe(50)
}, 60_000)
