import { sql } from 'kysely'
import type { EmployeeId, KeyId, MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import type { Role } from '#domain/base/role.ts'
import type { World } from '#domain/base/world.ts'
import {
  cardOpenedForm,
  coordinationFactForm,
  personFactForm,
  unverifiedOpenedForm,
} from '#domain/entries/entry-content.ts'
import { holdsClass } from '#domain/streams/stream-access.ts'
import { type Instant, millisecondsFromInstant } from '#domain/time/instant.ts'
import type { Database } from '../database/database.ts'
import { systemScope, withTenant } from '../database/with-tenant.ts'

/** Notes of one author for one zone that were received and stand in no journal yet. */
type Coming = { zone: ZoneId; author: EmployeeId | null; notes: number }

/** Each phone asks in each cycle, and all of them when they have come home: it is counted once for those of these seconds. */
const countedMilliseconds = 5_000

/** What is logged, and what is said of an incident: no notes that colleagues read in a journal. */
const otherForms = [cardOpenedForm, unverifiedOpenedForm, coordinationFactForm, personFactForm]

type ComingServices = {
  db: Database
  world: World
  /** Those that are held. */
  keys: { current(): { sealing: readonly { keyId: KeyId }[] } }
}

/** Says how many of her colleagues' notes are on their way to the journals that an employee reads. */
export function openComingNotes(services: ComingServices) {
  const counted = new Map<MunicipalityId, { at: Instant; all: Promise<Coming[]> }>()
  return async (
    reader: { employee: EmployeeId; role: Role; zones: readonly ZoneId[] },
    municipality: MunicipalityId,
    now: Instant,
  ): Promise<{ zone: ZoneId; notes: number }[]> => {
    if (!holdsClass(reader.role, 'journal')) return []
    const last = counted.get(municipality)
    const isFresh =
      last !== undefined &&
      millisecondsFromInstant(now) - millisecondsFromInstant(last.at) < countedMilliseconds
    const all = isFresh ? last.all : countComing(services, municipality)
    if (!isFresh) {
      counted.set(municipality, { at: now, all })
      // Whoever asks next counts again.
      all.catch(() => counted.delete(municipality))
    }
    const others = (await all).filter(({ author }) => author !== reader.employee)
    return reader.zones.flatMap((zone) => {
      const notes = others.reduce((sum, one) => sum + (one.zone === zone ? one.notes : 0), 0)
      return notes === 0 ? [] : [{ zone, notes }]
    })
  }
}

/**
 * What is ready to be projected with a key of this server. What waits for another entry, for a key or for a person may never
 * come. The header is not sealed: it says the zone and the form, and nothing about whom.
 */
async function countComing(
  { db, keys, world }: ComingServices,
  municipality: MunicipalityId,
): Promise<Coming[]> {
  const zone = sql<ZoneId>`inbox.entry #>> '{header,zone}'`
  const held = keys.current().sealing.map(({ keyId }) => keyId)
  return await withTenant(db, await systemScope(db, municipality), (transaction) =>
    transaction
      .selectFrom('inbox')
      .select(({ fn }) => [
        zone.as('zone'),
        'authorEmployeeId as author',
        fn.countAll<number>().as('notes'),
      ])
      .where('status', '=', 'stored')
      .where('projected', '=', 'waiting')
      .where('dueAt', 'is', null)
      .where('sealedTo', 'in', held)
      .where(sql`inbox.entry #>> '{header,world}'`, '=', world)
      .where(sql<string>`inbox.entry #>> '{header,form}'`, 'not in', otherForms)
      .where(zone, 'is not', null)
      .groupBy([zone, 'authorEmployeeId'])
      .execute(),
  )
}
