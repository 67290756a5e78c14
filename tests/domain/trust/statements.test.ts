import { expect, test } from 'vitest'
import { Base64Url } from '#domain/base/base64url.ts'
import { DeviceId, EmployeeId, KeyId, MunicipalityId } from '#domain/base/ids.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { enrolmentProofBytes } from '#domain/trust/enrolment-proof.ts'
import type { KeySet } from '#domain/trust/key-set.ts'
import { answerBytes } from '#domain/trust/signed-answer.ts'
import { statementBytes } from '#domain/trust/signatures.ts'
import type { StreamHead } from '#domain/trust/stream-head.ts'
import { noon } from '../../support/a-patient.ts'
import { nodeHasher } from '../../support/node-hasher.ts'

const municipality = MunicipalityId.parse('testby')
const id = (letter: string) => KeyId.parse(letter.repeat(43))
const publicKey = (letter: string) => {
  const coordinate = Base64Url.parse(letter.repeat(43))
  return { kty: 'EC', crv: 'P-256', x: coordinate, y: coordinate } as const
}
const named = (letter: string) => ({ keyId: id(letter), publicKey: publicKey(letter) })
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

// Signatures are made over these bytes: phones that are out there verify them with the code that they have.

test('a head is signed over these bytes', () => {
  const head: StreamHead = {
    kind: 'head',
    v: 1,
    municipality,
    world: 'real',
    kid: id('s'),
    stream: StreamId.parse('testby/real/nord-1/critical'),
    epoch: 2,
    seq: 7,
    chain16: '0123456789abcdef',
    count: 3,
    root: 'a'.repeat(64),
    time: noon,
  }

  expect(textOf(statementBytes(head, nodeHasher))).toMatchInlineSnapshot(
    `"{"chain16":"0123456789abcdef","count":3,"epoch":2,"kid":"sssssssssssssssssssssssssssssssssssssssssss","kind":"head","municipality":"testby","root":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","seq":7,"stream":"testby/real/nord-1/critical","time":"2026-11-23T11:00:00.000Z","v":1,"world":"real"}"`,
  )
})

test('an answer is signed over these bytes', async () => {
  const place = { municipality, path: '/api/sync/pull', nonce: 'abc', body: '{"kind":"changes"}' }

  expect(textOf(await answerBytes(place, id('s'), nodeHasher))).toMatchInlineSnapshot(
    `"{"bodyHash":"640da7ce73940c7a9beeade9d3fbb57b025c5e85fd867df41480739a8cc39c40","kid":"sssssssssssssssssssssssssssssssssssssssssss","kind":"answer","municipality":"testby","nonce":"abc","path":"/api/sync/pull","v":1,"world":"*"}"`,
  )
})

test('a key set is signed over these bytes', () => {
  const keySet: KeySet = {
    kind: 'keySet',
    v: 1,
    municipality: '*',
    world: '*',
    kid: id('r'),
    version: 1,
    issuedAt: noon,
    signing: [named('s')],
    credentials: [named('c')],
    sealing: { real: [named('w')], exercise: [named('e')] },
    revoked: [{ keyId: id('o'), since: noon }],
  }

  expect(textOf(statementBytes(keySet, nodeHasher))).toMatchInlineSnapshot(
    `"{"credentials":[{"keyId":"ccccccccccccccccccccccccccccccccccccccccccc","publicKey":{"crv":"P-256","kty":"EC","x":"ccccccccccccccccccccccccccccccccccccccccccc","y":"ccccccccccccccccccccccccccccccccccccccccccc"}}],"issuedAt":"2026-11-23T11:00:00.000Z","kid":"rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr","kind":"keySet","municipality":"*","revoked":[{"keyId":"ooooooooooooooooooooooooooooooooooooooooooo","since":"2026-11-23T11:00:00.000Z"}],"sealing":{"exercise":[{"keyId":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee","publicKey":{"crv":"P-256","kty":"EC","x":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee","y":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee"}}],"real":[{"keyId":"wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww","publicKey":{"crv":"P-256","kty":"EC","x":"wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww","y":"wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww"}}]},"signing":[{"keyId":"sssssssssssssssssssssssssssssssssssssssssss","publicKey":{"crv":"P-256","kty":"EC","x":"sssssssssssssssssssssssssssssssssssssssssss","y":"sssssssssssssssssssssssssssssssssssssssssss"}}],"v":1,"version":1,"world":"*"}"`,
  )
})

test('an enrolment is proved over these bytes', () => {
  const keys = {
    municipality,
    employeeId: EmployeeId.parse('0a000000-0000-4000-8000-000000000001'),
    deviceId: DeviceId.parse('0a000000-0000-4000-8000-000000000002'),
    devicePublicKey: publicKey('d'),
    authorPublicKey: publicKey('a'),
    recipientPublicKey: publicKey('m'),
  }

  expect(textOf(enrolmentProofBytes(keys, 'nonce', nodeHasher))).toMatchInlineSnapshot(
    `"{"authorPublicKey":{"crv":"P-256","kty":"EC","x":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","y":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},"deviceId":"0a000000-0000-4000-8000-000000000002","devicePublicKey":{"crv":"P-256","kty":"EC","x":"ddddddddddddddddddddddddddddddddddddddddddd","y":"ddddddddddddddddddddddddddddddddddddddddddd"},"employeeId":"0a000000-0000-4000-8000-000000000001","kind":"enrolment","municipality":"testby","nonce":"nonce","recipientPublicKey":{"crv":"P-256","kty":"EC","x":"mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm","y":"mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm"},"v":1,"world":"*"}"`,
  )
})
