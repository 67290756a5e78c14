import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  nonceHeader,
  protocolHeader,
  protocolVersion,
  syncContentType,
} from '#contract/protocol.ts'
import { Refused } from '../base/refused.ts'
import { isSyncRequest } from './serve-routes.ts'

/** Gives every answer on a sync path, also a refusal, our content type, our protocol and the request's nonce. */
export function registerSyncMessages(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (isSyncRequest(request)) {
      reply.header(protocolHeader, String(protocolVersion))
      const nonce = request.headers[nonceHeader]
      if (typeof nonce === 'string' && /^[\w-]{1,64}$/.test(nonce)) reply.header(nonceHeader, nonce)
    }
    done()
  })
  server.addHook('onSend', (request, reply, _payload, done) => {
    if (isSyncRequest(request)) reply.header('content-type', syncContentType)
    done()
  })
}

/** Refuses another version of the protocol before the rest of the message is read. */
export function requireProtocol({ body }: FastifyRequest): unknown {
  const isMessage = typeof body === 'object' && body !== null && 'protocol' in body
  if (!isMessage) throw new Refused('unreadable')
  if (body.protocol !== protocolVersion) throw new Refused('wrongProtocol')
  return body
}
