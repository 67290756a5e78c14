import { ListStreamsAnswer } from '#contract/list-streams.ts'
import { nonceHeader, signatureHeader } from '#contract/protocol.ts'
import { PushEntries } from '#contract/push-entries.ts'
import { Instant } from '#domain/time/instant.ts'
import { answerBytes, writeAnswerSignature } from '#domain/trust/signed-answer.ts'
import type { Fetch, HttpAnswer } from '#sync/http-answer.ts'
import type { RunContext } from './run-context.ts'
import type { Caller } from './answer-message.ts'
import type { HttpReply, SimServer } from './server.ts'
import { ServerGone } from './server-ending.ts'
import { municipality } from './sim-streams.ts'
import { never, type Process } from './scheduler.ts'
import { routes } from '#contract/routes.ts'
import { watchRequest } from './watch-request.ts'

/** One device's way to the server, with everything that ways do to messages. */
export type Line = {
  offline: boolean
  /** The share of messages that something happens to. */
  trouble: number
  /** A proxy on the way refuses pushes of more entries; never healed. */
  mostEntries: number
  /** What the line carries each way; null for more than anybody notices. Never healed. */
  bytesPerSecond: number | null
  /** Nothing comes through and nothing says so, until it heals. */
  silent: boolean
  /** How often it went silent: what was on its way then never comes. */
  silences: number
  silentSince: number
}

type Fault =
  | 'lostQuestion'
  | 'lostAnswer'
  | 'neverAnswered'
  | 'doubled'
  | 'late'
  | 'portal'
  | 'othersAnswer'
  | 'cut'
  | 'busy'
  | 'replayed'
  | 'forged'

const faults: readonly Fault[] = [
  'lostQuestion',
  'lostAnswer',
  'neverAnswered',
  'doubled',
  'late',
  'late',
  'portal',
  'othersAnswer',
  'cut',
  'busy',
  'replayed',
  'forged',
]

/** What answers were given before, for the proxy that mixes them up. */
export type SeenAnswers = Map<string, HttpReply[]>

/** An answer comes in parts, at the speed that the line then has. */
const bytesPerPart = 1_000

export function lineFetch(
  context: RunContext,
  server: SimServer,
  line: Line,
  seen: SeenAnswers,
  caller: () => Caller,
): (owner: Process) => Fetch {
  const { scheduler, random } = context
  const wait = (milliseconds: number, owner: Process | null) =>
    new Promise<void>((resolve) => scheduler.after(milliseconds, owner, resolve))

  const carry = (text: string, owner: Process | null) =>
    line.bytesPerSecond === null
      ? Promise.resolve()
      : wait((1000 * text.length) / line.bytesPerSecond, owner)

  /** As far as the server, or as it was when the server went away. */
  const carryUp = (body: string, owner: Process) => Promise.race([carry(body, owner), server.end()])

  const send = async (url: string, body: string, nonce: string): Promise<HttpReply> => {
    try {
      return await Promise.race([server.handle(url, body, nonce, caller), server.end()])
    } catch (error) {
      if (error instanceof ServerGone) throw error
      context.note(`server fault: ${String(error)}`)
      return { status: 500, headers: {}, body: '' }
    }
  }

  return (owner) => async (url, init) => {
    const watch = watchRequest(context, line, owner, url, init)
    const silences = line.silences
    const { text, ...answer } = await carryOut(owner, url, init).catch((error: unknown) => {
      watch.end()
      throw error
    })
    const body = await text()
    const fetched = async (onHeard = () => {}): Promise<string> => {
      for (let from = 0; from < body.length; from += bytesPerPart) {
        await carry(body.slice(from, from + bytesPerPart), owner)
        if (line.silences !== silences) return never()
        watch.hear()
        onHeard()
      }
      watch.end()
      return body
    }
    if (line.silences !== silences) return never()
    watch.hear()
    return { ...answer, text: fetched }
  }

  async function carryOut(
    owner: Process,
    url: string,
    init: Parameters<Fetch>[1],
  ): Promise<HttpAnswer> {
    const { silences } = line
    const nonce = init.headers[nonceHeader] ?? ''
    const fault = !context.healed && random.chance(line.trouble) ? pickFault(context) : null
    await wait(random.between(5, 300), owner)
    if ((line.offline && !context.healed) || fault === 'lostQuestion') throw new Error('No line')
    if (fault === 'neverAnswered' || (line.silent && !context.healed)) {
      return never()
    }
    if (fault === 'portal') return httpAnswer(portal(random.chance(0.5)))
    if (fault === 'othersAnswer') {
      const other = seen.get(url)
      if (other !== undefined) return httpAnswer(random.pick(other))
    }
    if (fault === 'replayed') {
      const earlier = seen.get(url)
      if (earlier !== undefined) {
        const { headers, ...reply } = random.pick(earlier)
        return httpAnswer({ ...reply, headers: { ...headers, [nonceHeader]: nonce } })
      }
    }
    if (fault === 'busy') {
      return httpAnswer({ status: 503, headers: { 'retry-after': '30' }, body: '' })
    }
    await carryUp(init.body, owner)
    // What was given up on its way never reached the server whole, nor what went silent.
    if (init.signal.aborted) throw new Error('Given up')
    if (line.silences !== silences) return never()
    if (url === routes.pushEntries.path && entriesIn(init.body) > line.mostEntries) {
      return httpAnswer({ status: 413, headers: {}, body: '' })
    }
    if (fault === 'doubled') {
      scheduler.after(random.between(10, 180_000), null, () => {
        // Nobody waits for this answer.
        send(url, init.body, nonce).catch(unlessGone)
      })
    }
    if (fault === 'forged' && url === routes.pushEntries.path) {
      return httpAnswer(await forge(context, taken(init.body, seen, url), url, nonce))
    }
    const reply = await send(url, init.body, nonce)
    if (reply.status === 200) seen.set(url, [...(seen.get(url) ?? []).slice(-8), reply])
    await wait(fault === 'late' ? random.between(2_000, 45_000) : random.between(5, 300), owner)
    if (fault === 'lostAnswer') throw new Error('No line')
    if (fault === 'forged') return httpAnswer(await forge(context, reply, url, nonce))
    if (fault === 'cut') return httpAnswer({ ...reply, body: reply.body.slice(0, -20) })
    return httpAnswer(reply)
  }
}

function unlessGone(error: unknown): void {
  if (!(error instanceof ServerGone)) throw error
}

function pickFault({ random, pace }: RunContext): Fault {
  if (pace.mixedUp > 0 && random.chance(pace.mixedUp)) return 'othersAnswer'
  return pace.repeated > 0 && random.chance(pace.repeated) ? 'doubled' : random.pick(faults)
}

/** What an entry's phone would like to hear, from somebody who has not even passed it on. */
function taken(push: string, seen: SeenAnswers, url: string): HttpReply {
  const { entries } = PushEntries.parse(JSON.parse(push))
  const results = entries.map(({ header: { entryId, n } }) => ({ entryId, n, result: 'stored' }))
  const all = Number.MAX_SAFE_INTEGER
  const { headers = {} } = seen.get(url)?.at(-1) ?? {}
  const rest = { durable: null, forked: false, notices: [], serverTime: '2026-11-23T17:00:00.000Z' }
  const body = JSON.stringify({ results, deviceHead: all, commonHead: all, ...rest })
  return { status: 200, headers, body }
}

/** A proxy with keys of its own says what it likes, as the server's keys too. */
async function forge(
  { crypto, keys, random }: RunContext,
  reply: HttpReply,
  path: string,
  nonce: string,
): Promise<HttpReply> {
  const key = await crypto.makeKey()
  if (path === routes.readServerKeys.path) {
    const { keySet, rootKey, signature } = keys.signed()
    const own = { ...keySet, version: keySet.version + 1, signing: [key] }
    return { ...reply, body: JSON.stringify({ keySet: { keySet: own, rootKey, signature } }) }
  }
  const isList = path === routes.listStreams.path && reply.status === 200
  const body = isList ? forgedList(reply.body) : reply.body
  const place = { municipality, path, nonce, body }
  const kid = random.chance(0.5) ? key.keyId : keys.signer().keyId
  const signature = await key.sign(await answerBytes(place, kid, crypto.hasher))
  const header = {
    [nonceHeader]: nonce,
    [signatureHeader]: writeAnswerSignature({ keyId: kid, signature }),
  }
  return { ...reply, body, headers: { ...reply.headers, ...header } }
}

/** Before anything happens here: by it the judge knows what no server has said. */
export const forgedTime = Instant.parse('2026-11-23T16:00:00.000Z')

/** Everybody on the phone has everything. */
function forgedList(body: string): string {
  const { streams, colleagues } = ListStreamsAnswer.parse(JSON.parse(body))
  const holders = [...streams, ...colleagues].flatMap((held) => held.holders)
  const everybody = holders.filter(
    ({ employee }, at) => holders.findIndex((one) => one.employee === employee) === at,
  )
  const all = [...streams, ...colleagues].map(({ stream }) => ({ stream, holders: everybody }))
  return JSON.stringify({ streams: all, colleagues: [], serverTime: forgedTime })
}

function entriesIn(body: string): number {
  return body.split('"deviceSignature"').length - 1
}

function portal(isHtml: boolean): HttpReply {
  return isHtml
    ? { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Logg på nettet</h1>' }
    : { status: 401, headers: { 'content-type': 'application/json' }, body: '{"kind":"signIn"}' }
}

function httpAnswer({ status, headers, body }: HttpReply): HttpAnswer {
  return {
    status,
    headers: { get: (name) => headers[name] ?? null },
    text: () => Promise.resolve(body),
  }
}
