import { ListStreamsAnswer } from '#contract/list-streams.ts'
import { nonceHeader, signatureHeader } from '#contract/protocol.ts'
import { routes } from '#contract/routes.ts'
import { type AnswerPlace, answerBytes, writeAnswerSignature } from '#domain/trust/signed-answer.ts'
import type { StatementSigner } from '#domain/trust/signatures.ts'
import type { HeldStream } from '#domain/trust/stream-holders.ts'
import type { Fetch, HttpAnswer } from '#sync/http-answer.ts'
import { nodeHasher } from '../support/node-hasher.ts'
import type { Town } from './town.ts'

type Through = (honest: Fetch) => Fetch
type Sign = (place: Omit<AnswerPlace, 'municipality'>) => Promise<string>

/** Signs answers for the town with keys of somebody's own. */
export function answerAs(signer: StatementSigner, { municipality }: Town): Sign {
  return async (place) => {
    const { keyId, sign } = signer
    const signature = await sign(await answerBytes({ municipality, ...place }, keyId, nodeHasher))
    return writeAnswerSignature({ keyId, signature })
  }
}

/** Changes the list of streams on its way, and signs it in a way of the proxy's own. */
export function rewriteList(change: (streams: HeldStream[]) => HeldStream[], sign: Sign): Through {
  return (honest) => async (url, init) => {
    const answer = await honest(url, init)
    if (url !== routes.listStreams.path || answer.status !== 200) return answer
    const listed = ListStreamsAnswer.parse(JSON.parse(await answer.text()))
    const body = JSON.stringify({ ...listed, streams: change(listed.streams) })
    const nonce = init.headers[nonceHeader] ?? ''
    return withBody(answer, body, await sign({ path: url, nonce, body }))
  }
}

/** An answer with our headers, another body and another signature. */
export function withBody(
  { status, headers }: HttpAnswer,
  body: string,
  signature: string | null,
): HttpAnswer {
  return {
    status,
    headers: { get: (name) => (name === signatureHeader ? signature : headers.get(name)) },
    text: () => Promise.resolve(body),
  }
}
