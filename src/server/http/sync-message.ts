import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  nonceHeader,
  protocolHeader,
  protocolVersion,
  signatureHeader,
  syncContentType,
} from '#contract/protocol.ts'
import type { AnswerPlace } from '#domain/trust/signed-answer.ts'
import { Refused } from '../base/refused.ts'
import { otherProtocol, refusals } from '#text/nb/words/refusals.ts'
import { isSyncRequest } from './serve-routes.ts'

/** Answers the value of the signature's header. */
export type AnswerSigner = (place: AnswerPlace) => Promise<string>

/**
 * Gives every answer on a sync path, also a refusal, our content type, our protocol and the request's nonce, and signs
 * those that are no refusal.
 */
export function registerSyncMessages(server: FastifyInstance, sign: AnswerSigner): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (isSyncRequest(request)) {
      reply.header(protocolHeader, String(protocolVersion))
      const nonce = request.headers[nonceHeader]
      if (typeof nonce === 'string' && /^[\w-]{1,64}$/.test(nonce)) reply.header(nonceHeader, nonce)
    }
    done()
  })
  // What is signed is the text: hooks of the routes, which compress it, run after those of the server.
  server.addHook('onSend', async (request, reply, payload) => {
    if (!isSyncRequest(request)) return
    reply.header('content-type', syncContentType)
    const path = request.routeOptions.url
    const nonce = reply.getHeader(nonceHeader)
    if (reply.statusCode !== 200 || typeof payload !== 'string') return
    if (path === undefined || typeof nonce !== 'string') return
    const municipality = await request.getMunicipality()
    reply.header(signatureHeader, await sign({ municipality, path, nonce, body: payload }))
  })
}

/** Refuses another version of the protocol before the rest of the message is read. */
export function requireProtocol({ body }: FastifyRequest): unknown {
  const isMessage = typeof body === 'object' && body !== null && 'protocol' in body
  if (!isMessage) throw new Refused('unreadable')
  const { protocol } = body
  if (protocol === protocolVersion) return body
  throw new Refused('wrongProtocol', { text: wordsFor(protocol) })
}

/** Which of the two is to be updated: an app that is newer than its server cannot help itself. */
function wordsFor(protocol: unknown): string {
  if (typeof protocol !== 'number') return refusals.wrongProtocol
  return protocol < protocolVersion ? otherProtocol.appOlder : otherProtocol.serverOlder
}
