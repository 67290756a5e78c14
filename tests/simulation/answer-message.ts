import { unlimitedRate } from '../support/unlimited-rate.ts'
import { ListStreams, type ListStreamsAnswer } from '#contract/list-streams.ts'
import { type PullStream, PullStream as PullMessage } from '#contract/pull-stream.ts'
import { PushEntries } from '#contract/push-entries.ts'
import { routes } from '#contract/routes.ts'
import type { EmployeeId } from '#domain/base/ids.ts'
import { emptyCheckpoint } from '#domain/streams/stream-document.ts'
import { instantFromMilliseconds } from '#domain/time/instant.ts'
import { Refused } from '#server/base/refused.ts'
import { checkPush } from '#server/inbox/check-push.ts'
import { keysOfRecipients } from '#server/inbox/check-recipients.ts'
import { takeEntries } from '#server/inbox/take-entries.ts'
import { answerPull } from '#server/streams/answer-pull.ts'
import { listHeldStreams } from '#server/streams/list-held-streams.ts'
import type { OutboxDisk } from '../support/memory-outbox-store.ts'
import type { MemoryDatabase } from '../support/memory-sync-database.ts'
import { checkPulled } from './check-pulled.ts'
import { checkTold } from './check-told.ts'
import { streamsOfEmployee } from './phone.ts'
import type { RunContext } from './run-context.ts'
import { answerWithout, inboxWithout, pullToolsWithout, pullWithout } from './server-ablations.ts'
import { municipality } from './sim-streams.ts'

/** Who makes a request. */
export type Caller = {
  /** As the session cookie says; null when nobody is signed in. */
  employee: EmployeeId | null
  /** What lies on her phone, for the judge alone. */
  outbox: OutboxDisk
}

/** A copy of the database that stopped at some moment. */
export type LaggingCopy = { database: MemoryDatabase; at: number }

export type Reply = { status: number; body: unknown; headers?: Record<string, string> }

/** Answers one message by the production rules. `lagging`: what a pull is answered from; null for the database itself. */
export async function answerMessage(
  context: RunContext,
  database: MemoryDatabase,
  lagging: LaggingCopy | null,
  { path, body, caller }: { path: string; body: string; caller: () => Caller },
): Promise<Reply> {
  const { scheduler, crypto, keys, accounts } = context
  const message: unknown = JSON.parse(body)
  const now = () => instantFromMilliseconds(scheduler.now())
  const { hasher } = crypto
  const checks = { signatures: keys.credentials, hasher, municipality, rate: unlimitedRate }
  if (path === routes.readServerKeys.path) {
    return { status: 200, body: { keySet: keys.signed() } }
  }
  if (path === routes.pushEntries.path) {
    const push = PushEntries.parse(message)
    const checked = await checkPush(push, checks)
    if (!checked.ok) return refusal(403, checked.refusal.kind)
    const answer = await database.transaction(({ inbox }) =>
      takeEntries(inboxWithout(context, inbox, push), push, checked.value, now()),
    )
    const taken = answerWithout(context, push, answer, database.committed())
    checkTold(context, { push, answer: taken }, caller().outbox, database.committed())
    return { status: 200, body: taken }
  }
  const { employee } = caller()
  if (path === routes.readSession.path) return { status: 200, body: { employee } }
  const account = employee === null ? undefined : accounts.get(employee)
  if (account === undefined) return refusal(401, 'signInNeeded')
  const allowed = new Set(streamsOfEmployee(account))
  if (path === routes.listStreams.path) {
    const query = ListStreams.parse(message)
    if (query.employee !== employee) return refusal(401, 'signInNeeded')
    const keyIds = await keysOfRecipients(query, checks)
    const withKey = (id: EmployeeId) => {
      const zones = accounts.get(id)?.zones ?? []
      return { employee: id, keyId: keyIds.get(id) ?? null, role: 'nurse' as const, zones }
    }
    const others = [...keyIds.keys()].filter((id) => id !== employee).map(withKey)
    const { deviceId } = query
    await database.transaction(async ({ inbox }) => {
      for (const employeeId of [employee, ...others.map((one) => one.employee)].toSorted()) {
        await inbox.recordContact({ deviceId, employeeId, at: now() })
      }
    })
    const written = new Set(database.committed().streams.keys())
    const held = listHeldStreams(withKey(employee), others, { municipality, written })
    // Only streams that somebody writes here.
    const kinds = new Set([...accounts.values()].flatMap(streamsOfEmployee))
    const answer: ListStreamsAnswer = {
      streams: held.streams.filter(({ stream }) => allowed.has(stream)),
      colleagues: held.colleagues.filter(({ stream }) => kinds.has(stream)),
      serverTime: now(),
    }
    return { status: 200, body: answer }
  }
  const request = withBuckets(PullMessage.parse(message))
  if (!allowed.has(request.stream)) return refusal(403, 'notAllowed')
  const tools = pullToolsWithout(context, lagging)
  const asked = lagging?.database ?? database
  return busyOr(async () => {
    const answer = await answerPull(
      {
        read: (work) =>
          asked.snapshot(({ streams }) => work(pullWithout(context, streams, request))),
        write: (work) => database.transaction(work),
      },
      { ...request, limit: Math.min(request.limit, context.pace.pageDocuments) },
      tools,
      employee,
    )
    checkPulled(context, request, answer, asked.committed())
    context.builds.observeAnswer(answer, asked.committed())
    return answer
  })
}

/** Streams are small here; builds are in several parts all the same. */
function withBuckets(request: PullStream): PullStream {
  const { part } = request
  if (part.kind !== 'buckets' || part.layout !== null) return request
  return { ...request, part: { ...part, layout: { buckets: 8, from: 0, start: emptyCheckpoint } } }
}

/** As the server's error handler answers. */
async function busyOr(work: () => Promise<unknown>): Promise<Reply> {
  try {
    return { status: 200, body: await work() }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const retryAfter = String(error.more.retryAfterSeconds ?? 0)
    return { ...refusal(503, error.kind), headers: { 'retry-after': retryAfter } }
  }
}

function refusal(status: number, kind: string): Reply {
  return { status, body: { kind, text: '' } }
}
