import {
  nonceHeader,
  protocolHeader,
  protocolVersion,
  signatureHeader,
  syncContentType,
} from '#contract/protocol.ts'
import { ServerRefusal } from '#contract/refusal.ts'
import { accepted, refused } from '#domain/base/result.ts'
import { answerInTime, type Silence } from './line/answer-in-time.ts'
import type { Timers } from './line/timers.ts'
import type { Answer, NetworkFailure } from './sync-network.ts'

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
  /** The whole body; `onHeard` is called for each part that comes. */
  text(onHeard?: () => void): Promise<string>
}

/** How long an answer is waited for, in milliseconds. `silence` is null where `whole` is hardly longer. */
export type AnswerLimit = { whole: number; silence: Silence | null }

/** An answer of status 200 in our form. Nothing vouches for it yet. */
export type OurAnswer = { path: string; nonce: string; body: string; signature: string | null }

/** Sends a message, and answers what came back in our form and within the limit. */
export async function askServer(
  services: { fetch: Fetch; timers: Timers; randomUuid(): string },
  path: string,
  message: object,
  limitOf: (body: string) => AnswerLimit,
): Answer<OurAnswer> {
  const nonce = services.randomUuid()
  const sent = JSON.stringify(message)
  const limit = limitOf(sent)
  const answer = await answerInTime(
    services.timers,
    limit.whole,
    (signal, onHeard) => wholeAnswer(services.fetch, path, { nonce, body: sent, signal, onHeard }),
    limit.silence,
  )
  if (answer === null) return refused({ kind: 'unreachable' })
  const { status, headers, body } = answer
  const isInOurForm =
    headers.get('content-type')?.split(';')[0] === syncContentType &&
    headers.get(nonceHeader) === nonce
  const spoken = Number(headers.get(protocolHeader) ?? Number.NaN)
  // No message of another version is read: what it says would be guessed.
  if (isInOurForm && Number.isSafeInteger(spoken) && spoken !== protocolVersion) {
    return refused({ kind: 'otherProtocol', server: spoken > protocolVersion ? 'newer' : 'older' })
  }
  const isOurs = isInOurForm && spoken === protocolVersion
  if (status !== 200) return refused(failureOf(answer, isOurs))
  if (!isOurs) return refused({ kind: 'notOurs' })
  return accepted({ path, nonce, body, signature: headers.get(signatureHeader) })
}

type WholeAnswer = Pick<HttpAnswer, 'status' | 'headers'> & { body: string }

async function wholeAnswer(
  fetch: Fetch,
  url: string,
  {
    nonce,
    body,
    signal,
    onHeard,
  }: { nonce: string; body: string; signal: AbortSignal; onHeard: () => void },
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
  onHeard()
  return { status: answer.status, headers: answer.headers, body: await answer.text(onHeard) }
}

/**
 * A proxy in front of the server may also answer 413, 429 and 503, and 408 and 504 where a message or its answer took too
 * long; other refusals count only from our server. None is
 * signed: a forged refusal makes a device wait, which whoever stands on the line can do anyway.
 */
function failureOf(answer: WholeAnswer, isOurs: boolean): NetworkFailure {
  if (answer.status === 413) return { kind: 'tooLarge' }
  if (answer.status === 408 || answer.status === 504) return { kind: 'unreachable' }
  if (answer.status === 429 || answer.status === 503) {
    const retryAfterSeconds = secondsOf(answer.headers.get('retry-after'))
    const said = isOurs ? ServerRefusal.safeParse(parsedJson(answer.body)).data : undefined
    const cannotStore = said?.cannotStore
    return {
      kind: 'busy',
      retryAfterSeconds,
      ...(cannotStore === undefined ? {} : { cannotStore }),
    }
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

/** Undefined for a text that is no JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
