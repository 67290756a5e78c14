import { ListStreamsAnswer } from '#contract/list-streams.ts'
import { protocolVersion } from '#contract/protocol.ts'
import { type PullStream, PullStreamAnswer } from '#contract/pull-stream.ts'
import { PushEntriesAnswer } from '#contract/push-entries.ts'
import { ReadServerKeysAnswer } from '#contract/read-server-keys.ts'
import { routes } from '#contract/routes.ts'
import { accepted, refused } from '#domain/base/result.ts'
import { largestEntryBytes } from '#domain/entries/entry.ts'
import type { ServerTrust } from '#domain/trust/server-trust.ts'
import type { TrustTools } from '#domain/trust/signatures.ts'
import { checkVouched } from './check-vouched.ts'
import type { Clock } from './clock.ts'
import {
  type AnswerLimit,
  type Fetch,
  type OurAnswer,
  askServer,
  parsedJson,
} from './http-answer.ts'
import type { Timers } from './line/timers.ts'
import { cautiousPageDocuments } from './pace.ts'
import type { Answer, SyncNetwork } from './sync-network.ts'

export const abortAfterMilliseconds = 20_000
/** Less than any usable line. */
const minBytesPerSecond = 500
/**
 * Enough for the longest note at 2 kB/s. Only pages that failed again and again become that small.
 */
const abortSingleAfterMilliseconds = abortAfterMilliseconds + largestEntryBytes / 2
/** A bucket of more than 1 MB at 2 kB/s. */
const maxAbortAfterMilliseconds = 600_000

/** The employee who asks, and her answer. */
const usualListBytes = 1_000
/** Rows that somebody planted make the list longer too, and a silent line must be noticed all the same. */
const maxListMilliseconds = 120_000
/**
 * Longer waits end sooner when nothing at all is heard: an answer comes bit by bit on the slowest line, and on a silent one
 * never. What was silent for so long is tried again on a new connection.
 */
export const silentAfterMilliseconds = 15_000
/** The server's keys become more with each rotation. They are asked for when an answer has just come through. */
const abortKeysAfterMilliseconds = 60_000

type Schema<Message> = {
  safeParse(value: unknown): { success: true; data: Message } | { success: false }
}

export type NetworkServices = {
  fetch: Fetch
  timers: Timers
  randomUuid(): string
  clock: Clock
  /** The keys whose signature an answer must carry. */
  trust: ServerTrust
} & TrustTools

/**
 * Talks to the server over HTTP. `navigator.onLine` and a status of 200 prove nothing: an answer counts only with
 * our content type, our protocol header, this request's own nonce, and the server's signature over all of it.
 */
export function httpNetwork(services: NetworkServices): SyncNetwork {
  const send = <Message>(
    path: string,
    message: object,
    schema: Schema<Message>,
    limit: (body: string) => AnswerLimit = usualLimit,
  ) => sendMessage(services, path, message, schema, limit)
  return {
    listStreams: (message) =>
      send(routes.listStreams.path, message, ListStreamsAnswer, limitOfList),
    pullStream: (message) =>
      send(routes.pullStream.path, message, PullStreamAnswer, () => limitOfPull(message)),
    pushEntries(message) {
      // A batch that takes too long is split; a single entry cannot be, so its limit grows with its length.
      const isSingle = message.entries.length <= 1
      const limit = isSingle ? limitByLength : undefined
      return send(routes.pushEntries.path, message, PushEntriesAnswer, limit)
    },
  }
}

function usualLimit(): AnswerLimit {
  return { whole: abortAfterMilliseconds, silence: null }
}

/** Nothing is heard while an entry is on its way: it tells no slow line from one that has gone. Its answer is heard. */
function limitByLength(body: string): AnswerLimit {
  const whole = abortAfterMilliseconds + upMilliseconds(body.length)
  return { whole, silence: { first: whole, between: silentAfterMilliseconds } }
}

/** How long the slowest line takes to carry it to the server. */
function upMilliseconds(bytes: number): number {
  return (1000 * bytes) / minBytesPerSecond
}

function heardWithin(whole: number, upBytes = 0): AnswerLimit {
  const first = silentAfterMilliseconds + upMilliseconds(upBytes)
  return { whole, silence: { first, between: silentAfterMilliseconds } }
}

/**
 * The list of streams cannot be split: it has a credential for each employee on the phone, and about twice as much comes
 * back. The first of them are waited for as long as anything is.
 */
function limitOfList(body: string): AnswerLimit {
  const more = Math.max(0, body.length - usualListBytes)
  if (more === 0) return usualLimit()
  const whole = abortAfterMilliseconds + 3 * upMilliseconds(more)
  return heardWithin(Math.min(whole, maxListMilliseconds), body.length)
}

/**
 * A page that takes too long is halved; a single document cannot be, and its length is not known before. Neither can
 * a bucket, which is about a hundred documents or more: each halving that does not make it smaller gives it longer.
 */
function limitOfPull({ part, limit }: PullStream): AnswerLimit {
  if (part.kind === 'changes') {
    return limit === 1 ? heardWithin(abortSingleAfterMilliseconds) : usualLimit()
  }
  if (limit > cautiousPageDocuments) return usualLimit()
  const longer = (abortSingleAfterMilliseconds * cautiousPageDocuments) / limit
  return heardWithin(Math.min(longer, maxAbortAfterMilliseconds))
}

async function sendMessage<Message>(
  services: NetworkServices,
  path: string,
  message: object,
  schema: Schema<Message>,
  limit: (body: string) => AnswerLimit,
): Answer<Message> {
  const answered = await askServer(services, path, message, limit)
  if (!answered.ok) return answered
  const answer = answered.value
  const parsed = parsedJson(answer.body)
  // Our headers with a body that is no JSON: the answer was cut off.
  if (parsed === undefined) return refused({ kind: 'unreachable' })
  const vouched = await checkAndLearn(services, answer)
  if (!vouched.ok) return vouched
  const read = schema.safeParse(parsed)
  return read.success ? accepted(read.data) : refused({ kind: 'unreachable' })
}

/** Verifies the signature; when its key is not known, only after the server was asked for its keys. */
async function checkAndLearn(services: NetworkServices, answer: OurAnswer): Answer<'vouched'> {
  const first = await checkVouched(answer, services)
  if (first !== 'unknownKey') return vouchedOr(first)
  const keys = await readServerKeys(services)
  if (!keys.ok) return keys
  if ((await services.trust.adopt(keys.value.keySet)) === 'refused') {
    return refused({ kind: 'unvouched' })
  }
  return vouchedOr(await checkVouched(answer, services))
}

async function vouchedOr(outcome: Awaited<ReturnType<typeof checkVouched>>): Answer<'vouched'> {
  return outcome === 'signed' ? accepted('vouched') : refused({ kind: 'unvouched' })
}

/** The answer needs no signature of its own, because the root key has signed the keys in it. */
async function readServerKeys(services: NetworkServices): Answer<ReadServerKeysAnswer> {
  const message = { protocol: protocolVersion }
  const { path } = routes.readServerKeys
  const limit = heardWithin(abortKeysAfterMilliseconds)
  const answered = await askServer(services, path, message, () => limit)
  if (!answered.ok) return answered
  const read = ReadServerKeysAnswer.safeParse(parsedJson(answered.value.body))
  return read.success ? accepted(read.data) : refused({ kind: 'unreachable' })
}
