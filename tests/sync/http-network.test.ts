import { expect, test } from 'vitest'
import {
  nonceHeader,
  protocolHeader,
  signatureHeader,
  syncContentType,
} from '#contract/protocol.ts'
import type { ListStreams } from '#contract/list-streams.ts'
import { routes } from '#contract/routes.ts'
import { base64UrlFromBytes } from '#domain/base/base64url.ts'
import { DeviceId, EmployeeId } from '#domain/base/ids.ts'
import type { SignedKeySet } from '#domain/trust/key-set.ts'
import type { ServerTrust } from '#domain/trust/server-trust.ts'
import { answerBytes, writeAnswerSignature } from '#domain/trust/signed-answer.ts'
import { webSignatureCheck } from '#sealing/es256.ts'
import { type HttpAnswer } from '#sync/http-answer.ts'
import { httpNetwork } from '#sync/http-network.ts'
import { nodeHasher } from '../support/node-hasher.ts'
import { aVouchingServer, noon } from '../support/test-vault.ts'
import { type VouchingServer, newSigningKey, signedKeySet } from '../support/vouching-server.ts'

const message: ListStreams = {
  protocol: 1,
  employee: EmployeeId.parse('0e000000-0000-4000-8000-000000000001'),
  deviceId: DeviceId.parse('0d000000-0000-4000-8000-000000000001'),
  formerDeviceIds: [],
  recipients: [],
}
const answer = { streams: [], colleagues: [], serverTime: '2026-11-23T11:00:00.000Z' }
const ours: Record<string, string> = {
  'content-type': syncContentType,
  [protocolHeader]: '1',
  [nonceHeader]: 'nonce',
}
const server = await aVouchingServer()

type Reply = { status?: number; headers?: Record<string, string>; body?: unknown }

/** The signature header of an answer to `nonce`, by the server's key in use or another one. */
async function signatureOf(
  body: unknown,
  { by = server, nonce = 'nonce', path = routes.listStreams.path }: SigningFacts = {},
): Promise<string> {
  const { municipality, signer } = by
  const place = { municipality, path, nonce, body: JSON.stringify(body) }
  const signature = await signer.sign(await answerBytes(place, signer.keyId, nodeHasher))
  return writeAnswerSignature({ keyId: signer.keyId, signature })
}

type SigningFacts = {
  by?: Pick<VouchingServer, 'municipality' | 'signer'>
  nonce?: string
  path?: string
}

function httpAnswer({ status = 200, headers = ours, body = answer }: Reply): HttpAnswer {
  return {
    status,
    headers: { get: (name) => headers[name] ?? null },
    text: () => Promise.resolve(typeof body === 'string' ? body : JSON.stringify(body)),
  }
}

/** Trusts the server's first key set, and takes over what is handed to it. */
function trusting(onAdopt: (signed: SignedKeySet) => 'adopted' | 'refused' = () => 'refused') {
  let { keySet } = server.keySet
  const trust: ServerTrust = {
    find: () => Promise.resolve({ municipality: server.municipality, keySet }),
    adopt(signed) {
      const outcome = onAdopt(signed)
      if (outcome === 'adopted') keySet = signed.keySet
      return Promise.resolve(outcome)
    },
  }
  return trust
}

async function send(reply: Reply, keys: Reply = { status: 404 }, trust = trusting()) {
  const asked: string[] = []
  const network = httpNetwork({
    fetch(url) {
      asked.push(url)
      return Promise.resolve(httpAnswer(url === routes.readServerKeys.path ? keys : reply))
    },
    timers: { after: () => () => {} },
    randomUuid: () => 'nonce',
    clock: { now: () => noon },
    trust,
    signatures: webSignatureCheck,
    hasher: nodeHasher,
  })
  const result = await network.listStreams(message)
  return { result, asked }
}

test('an answer with our type, our protocol, this nonce and the server’s signature counts', async () => {
  const headers = { ...ours, [signatureHeader]: await signatureOf(answer) }

  expect((await send({ headers })).result).toEqual({ ok: true, value: answer })
})

test.each([
  ['a log-in page', { headers: { 'content-type': 'text/html' }, body: '<h1>' }],
  ['another request’s answer', { headers: { ...ours, [nonceHeader]: 'other' } }],
  ['a guest network’s refusal', { status: 401, headers: {} }],
])('%s with status 200 or 401 is not ours', async (_name, reply) => {
  expect((await send(reply)).result).toEqual({ ok: false, refusal: { kind: 'notOurs' } })
})

const stranger = await aVouchingServer()

test.each([
  ['no signature', null],
  ['a signature that is none', 'abc'],
  ['the signature of another body', await signatureOf({ ...answer, streams: ['x'] })],
  ['the signature of an earlier answer', await signatureOf(answer, { nonce: 'earlier' })],
  ['the signature of another path', await signatureOf(answer, { path: routes.pullStream.path })],
  [
    'a key of the same name',
    `${server.signer.keyId}.${(await signatureOf(answer, { by: stranger })).split('.')[1]}`,
  ],
])(
  'an answer in our form with %s is not vouched for, and nobody is asked for keys',
  async (_name, header) => {
    const headers = header === null ? ours : { ...ours, [signatureHeader]: header }

    const { result, asked } = await send({ headers })

    expect(result).toEqual({ ok: false, refusal: { kind: 'unvouched' } })
    expect(asked).toEqual([routes.listStreams.path])
  },
)

/** The server after a rotation: another signing key, under the same root. */
async function aRotatedServer() {
  const signing = await newSigningKey(nodeHasher)
  const keys = { ...server.keys, signing: [signing, server.signing] }
  const keySet = await signedKeySet(server.root, keys, { version: 2, issuedAt: noon }, nodeHasher)
  const signer = {
    keyId: signing.named.keyId,
    async sign(bytes: Uint8Array<ArrayBuffer>) {
      const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
      const signed = await crypto.subtle.sign(algorithm, signing.pair.privateKey, bytes)
      return base64UrlFromBytes(new Uint8Array(signed))
    },
  }
  return { municipality: server.municipality, signer, keySet }
}

test('an answer by an unknown key counts when the server’s keys, signed by the same root, name it', async () => {
  const rotated = await aRotatedServer()
  const headers = { ...ours, [signatureHeader]: await signatureOf(answer, { by: rotated }) }
  const adopted: number[] = []
  const trust = trusting((signed) => {
    adopted.push(signed.keySet.version)
    return 'adopted'
  })

  const { result, asked } = await send({ headers }, { body: { keySet: rotated.keySet } }, trust)

  expect(result).toEqual({ ok: true, value: answer })
  expect(asked).toEqual([routes.listStreams.path, routes.readServerKeys.path])
  expect(adopted).toEqual([2])
})

test('an answer by a key of another root is not vouched for', async () => {
  const headers = { ...ours, [signatureHeader]: await signatureOf(answer, { by: stranger }) }

  const { result } = await send({ headers }, { body: { keySet: stranger.keySet } })

  expect(result).toEqual({ ok: false, refusal: { kind: 'unvouched' } })
})

test('keys that were adopted and do not name the signing key change nothing', async () => {
  const headers = { ...ours, [signatureHeader]: await signatureOf(answer, { by: stranger }) }
  const trust = trusting(() => 'adopted')

  const { result } = await send({ headers }, { body: { keySet: server.keySet } }, trust)

  expect(result).toEqual({ ok: false, refusal: { kind: 'unvouched' } })
})

test('when the line breaks before the server has shown its keys, the line is down', async () => {
  const headers = { ...ours, [signatureHeader]: await signatureOf(answer, { by: stranger }) }

  const { result } = await send({ headers }, { body: '{"keySet":' })

  expect(result).toEqual({ ok: false, refusal: { kind: 'unreachable' } })
})

test.each([
  ['an answer cut short', { body: '{"streams":[' }, { kind: 'unreachable' }],
  ['too large', { status: 413, headers: {} }, { kind: 'tooLarge' }],
  [
    'a busy proxy',
    { status: 503, headers: { 'retry-after': '9' } },
    { kind: 'busy', retryAfterSeconds: 9 },
  ],
  [
    'a busy server for a day',
    { status: 429, headers: { 'retry-after': '86400' } },
    { kind: 'busy', retryAfterSeconds: 300 },
  ],
  [
    'a server whose database takes in nothing',
    { status: 503, body: { kind: 'busy', text: '', cannotStore: 'diskFull' } },
    { kind: 'busy', retryAfterSeconds: null, cannotStore: 'diskFull' },
  ],
  [
    'missing sign-in',
    { status: 401, body: { kind: 'signInNeeded', text: '' } },
    { kind: 'refused', reason: 'signInNeeded' },
  ],
])('%s is recognised by its kind', async (_name, reply, refusal) => {
  expect((await send(reply)).result).toEqual({ ok: false, refusal })
})

test.each([
  ['0', 'older'],
  ['2', 'newer'],
] as const)(
  'protocol %s is a server that is %s, and nothing that it says is read',
  async (spoken, which) => {
    for (const status of [200, 400]) {
      const { result } = await send({ status, headers: { ...ours, [protocolHeader]: spoken } })

      expect(result).toEqual({ ok: false, refusal: { kind: 'otherProtocol', server: which } })
    }
  },
)

test.each([408, 504])('status %i says that a message was too long on its way', async (status) => {
  const { result } = await send({ status, headers: {}, body: 'Timeout' })

  expect(result).toEqual({ ok: false, refusal: { kind: 'unreachable' } })
})
