import { ListStreamsAnswer } from '#contract/list-streams.ts'
import {
  nonceHeader,
  protocolHeader,
  protocolVersion,
  syncContentType,
} from '#contract/protocol.ts'
import { PullStreamAnswer } from '#contract/pull-stream.ts'
import { PushEntriesAnswer } from '#contract/push-entries.ts'
import { ServerRefusal } from '#contract/refusal.ts'
import { accepted, refused } from '#domain/base/result.ts'
import { largestEntryBytes } from '#domain/entries/entry.ts'
import { answerInTime } from './line/answer-in-time.ts'
import type { Timers } from './line/timers.ts'
import type { Answer, NetworkFailure, SyncNetwork } from './sync-network.ts'
import { routes } from '#contract/routes.ts'

/** The part of `fetch` that is used here. */
export type Fetch = (
  url: string,
  init: {
    method: 'POST'
    headers: Record<string, string>
    body: string
    signal: AbortSignal
    credentials: 'same-origin'
    cache: 'no-store'
    redirect: 'error'
  },
) => Promise<HttpAnswer>

export type HttpAnswer = {
  status: number
  headers: { get(name: string): string | null }
  text(): Promise<string>
}

export const abortAfterMilliseconds = 20_000
/** Less than any usable line. */
const minBytesPerSecond = 500
/**
 * Enough for the longest note at 2 kB/s. On a line that went silent it delays nothing, because only pages
 * that failed again and again become that small, and each cycle first asks for the list of streams.
 */
const abortSingleAfterMilliseconds = abortAfterMilliseconds + largestEntryBytes / 2

type Schema<Message> = {
  safeParse(value: unknown): { success: true; data: Message } | { success: false }
}

/**
 * Talks to the server over HTTP. `navigator.onLine` and a status of 200 prove nothing: an answer
 * counts only with our content type, our protocol header and this request's own nonce.
 */
export function httpNetwork(services: {
  fetch: Fetch
  timers: Timers
  randomUuid(): string
}): SyncNetwork {
  const send = <Message>(
    path: string,
    message: object,
    schema: Schema<Message>,
    limit: (body: string) => number = () => abortAfterMilliseconds,
  ) => sendMessage(services, path, message, schema, limit)
  return {
    listStreams: (message) => send(routes.listStreams.path, message, ListStreamsAnswer),
    pullStream(message) {
      // A page that takes too long is halved; a single document cannot be, and its length is not known before.
      const limit = message.limit === 1 ? () => abortSingleAfterMilliseconds : undefined
      return send(routes.pullStream.path, message, PullStreamAnswer, limit)
    },
    pushEntries(message) {
      // A batch that takes too long is split; a single entry cannot be, so its limit grows with its length.
      const isSingle = message.entries.length <= 1
      const limit = isSingle ? limitByLength : undefined
      return send(routes.pushEntries.path, message, PushEntriesAnswer, limit)
    },
  }
}

function limitByLength(body: string): number {
  return abortAfterMilliseconds + (1000 * body.length) / minBytesPerSecond
}

async function sendMessage<Message>(
  services: Parameters<typeof httpNetwork>[0],
  path: string,
  message: object,
  schema: Schema<Message>,
  limit: (body: string) => number,
): Answer<Message> {
  const nonce = services.randomUuid()
  const body = JSON.stringify(message)
  const answer = await answerInTime(services.timers, limit(body), (signal) =>
    wholeAnswer(services.fetch, path, { nonce, body, signal }),
  )
  if (answer === null) return refused({ kind: 'unreachable' })
  const isOurs =
    answer.headers.get('content-type')?.split(';')[0] === syncContentType &&
    answer.headers.get(protocolHeader) === String(protocolVersion) &&
    answer.headers.get(nonceHeader) === nonce
  if (answer.status !== 200) return refused(failureOf(answer, isOurs))
  if (!isOurs) return refused({ kind: 'notOurs' })
  const read = schema.safeParse(parsedJson(answer.body))
  // Our headers with a body that does not parse: the answer was cut off.
  return read.success ? accepted(read.data) : refused({ kind: 'unreachable' })
}

type WholeAnswer = Pick<HttpAnswer, 'status' | 'headers'> & { body: string }

async function wholeAnswer(
  fetch: Fetch,
  url: string,
  { nonce, body, signal }: { nonce: string; body: string; signal: AbortSignal },
): Promise<WholeAnswer> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': syncContentType,
      accept: syncContentType,
      [protocolHeader]: String(protocolVersion),
      [nonceHeader]: nonce,
    },
    body,
    signal,
    credentials: 'same-origin',
    cache: 'no-store',
    redirect: 'error',
  })
  return { status: answer.status, headers: answer.headers, body: await answer.text() }
}

/** A proxy in front of the server may also answer 413, 429 and 503; other refusals count only from our server. */
function failureOf(answer: WholeAnswer, isOurs: boolean): NetworkFailure {
  if (answer.status === 413) return { kind: 'tooLarge' }
  if (answer.status === 429 || answer.status === 503) {
    return { kind: 'busy', retryAfterSeconds: secondsOf(answer.headers.get('retry-after')) }
  }
  if (!isOurs) return { kind: 'notOurs' }
  const refusal = ServerRefusal.safeParse(parsedJson(answer.body))
  if (!refusal.success || answer.status >= 500) return { kind: 'unreachable' }
  return { kind: 'refused', reason: refusal.data.kind }
}

/** The longest wait that the server may request; after that, the phone tries again anyway. */
const maxRetryAfterSeconds = 300

function secondsOf(header: string | null): number | null {
  const seconds = Number(header ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, maxRetryAfterSeconds) : null
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
