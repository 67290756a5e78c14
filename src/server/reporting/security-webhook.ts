import { setTimeout as pause } from 'node:timers/promises'
import type { MunicipalityId } from '#domain/base/ids.ts'
import { listMunicipalities } from '../accounts/municipality-directory.ts'
import type { Database } from '../database/database.ts'
import { systemScope, withTenant } from '../database/with-tenant.ts'

export type SecurityWebhook = { start(): void; stop(): Promise<void> }

/** Sends one batch; throws, or answers false, when it was not taken. */
export type SendEvents = (body: string, signal: AbortSignal) => Promise<boolean>

export type WebhookSettings = {
  db: Database
  send: SendEvents
  everyMilliseconds: number
  onFault(fault: unknown): void
}

const batch = 100
const sendingMilliseconds = 5_000
const maxWaitMilliseconds = 5 * 60_000

export function postTo(url: string): SendEvents {
  return async (body, signal) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' })
    return answer.ok
  }
}

/**
 * Sends the log of security events to whoever watches the server, in its order and each event until it was taken. Nothing waits
 * for it and nothing is kept in memory: how far it has come stands in the database. Of several servers one sends at a time.
 * Whoever receives tells a repetition by the event's id. It begins with what happens after it was first switched on.
 */
export function securityWebhook(settings: WebhookSettings): SecurityWebhook {
  const { db, everyMilliseconds, onFault } = settings
  const leaving = new AbortController()
  let running: Promise<void> = Promise.resolve()

  async function sendAll(): Promise<void> {
    for (const municipality of await listMunicipalities(db)) {
      while (!leaving.signal.aborted && (await sendBatch(settings, municipality, leaving.signal))) {
        // A batch was full: there may be more.
      }
    }
  }

  async function waitFor(milliseconds: number): Promise<void> {
    try {
      await pause(milliseconds, undefined, { signal: leaving.signal, ref: false })
    } catch (fault) {
      if (!leaving.signal.aborted) throw fault
    }
  }

  async function run(): Promise<void> {
    let wait = everyMilliseconds
    while (!leaving.signal.aborted) {
      try {
        await sendAll()
        wait = everyMilliseconds
      } catch (fault) {
        if (leaving.signal.aborted) return
        onFault(fault)
        wait = Math.min(wait * 2, maxWaitMilliseconds)
      }
      await waitFor(wait)
    }
  }

  return {
    start() {
      running = run()
    },
    async stop() {
      leaving.abort()
      await running
    },
  }
}

/** Answers whether there may be more. */
async function sendBatch(
  { db, send }: WebhookSettings,
  municipality: MunicipalityId,
  leaving: AbortSignal,
): Promise<boolean> {
  return await withTenant(db, await systemScope(db, municipality), async (transaction) => {
    await transaction
      .insertInto('securityDelivery')
      .columns(['municipalityId', 'turn'])
      .expression((from) =>
        from
          .selectFrom('securityEvent')
          .select(({ val, fn }) => [
            val(municipality).as('municipalityId'),
            fn.coalesce(fn.max('turn'), val(0)).as('turn'),
          ]),
      )
      .onConflict((known) => known.doNothing())
      .execute()
    const sent = await transaction
      .selectFrom('securityDelivery')
      .select('turn')
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (sent === undefined) return false
    const events = await transaction
      .selectFrom('securityEvent')
      .select(['eventId as id', 'turn', 'kind', 'at', 'employeeId', 'byId', 'deviceId'])
      .select(['address', 'count'])
      .where('turn', '>', sent.turn)
      .orderBy('turn')
      .limit(batch)
      .execute()
    const last = events.at(-1)
    if (last === undefined) return false
    const body = JSON.stringify({ source: 'beredt', municipality, events })
    const signal = AbortSignal.any([leaving, AbortSignal.timeout(sendingMilliseconds)])
    signal.throwIfAborted()
    if (!(await send(body, signal)))
      throw new Error('The receiver of security events refused them.')
    await transaction.updateTable('securityDelivery').set({ turn: last.turn }).execute()
    return events.length === batch
  })
}
