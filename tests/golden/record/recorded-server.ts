import type { FastifyInstance, InjectOptions } from 'fastify'
import { nonceHeader, signatureHeader } from '#contract/protocol.ts'
import { routes } from '#contract/routes.ts'
import { messagesByRoute } from '../message-table.ts'
import type { RunMessage } from './message-files.ts'

/** A request and its answer as they went over the line. */
export type Exchange = {
  route: string
  path: string
  nonce: string | null
  status: number
  signature: string | null
  request: unknown
  body: string
}

/** Writes down everything that a server is asked by `inject`, and what it answers. */
export function recordServer(server: FastifyInstance): Exchange[] {
  const exchanges: Exchange[] = []
  const inject = server.inject.bind(server)
  Object.defineProperty(server, 'inject', {
    value: async (asked: InjectOptions | string) => {
      const options = typeof asked === 'string' ? { url: asked } : asked
      const answer = await inject(options)
      if (typeof options.url !== 'string') throw new Error('An address is given as text')
      const url = new URL(options.url, 'http://localhost')
      const method = options.method ?? 'GET'
      const [route = 'unknownMessage'] =
        Object.entries(routes).find(
          ([, row]) => row.path === url.pathname && row.method === method,
        ) ?? []
      exchanges.push({
        route,
        path: url.pathname,
        nonce: options.headers?.[nonceHeader]?.toString() ?? null,
        status: answer.statusCode,
        signature: answer.headers[signatureHeader]?.toString() ?? null,
        request: url.search === '' ? jsonOf(options.payload) : Object.fromEntries(url.searchParams),
        body: answer.body,
      })
      return answer
    },
  })
  return exchanges
}

/** Payloads are JSON as text or as the value that becomes it. */
function jsonOf(payload: InjectOptions['payload']): unknown {
  if (payload === undefined) return null
  return JSON.parse(typeof payload === 'string' ? payload : JSON.stringify(payload))
}

/** The messages of exchanges that the server accepted, and its refusals. */
export function messagesOf(exchanges: readonly Exchange[]): RunMessage[] {
  const messages: { [route: string]: { request: unknown; answer: unknown } } = messagesByRoute
  return exchanges.flatMap(({ route, status, request, body }) => {
    if (status >= 400) return [{ name: 'refusal', value: JSON.parse(body) }]
    const schemas = messages[route]
    return [
      ...(schemas === undefined || schemas.request === null
        ? []
        : [{ name: `${route}-request`, value: request }]),
      ...(schemas === undefined || schemas.answer === null
        ? []
        : [{ name: `${route}-answer`, value: JSON.parse(body) }]),
    ]
  })
}
