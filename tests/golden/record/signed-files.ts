import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EnrolDevice, EnrolDeviceAnswer } from '#contract/enrol-device.ts'
import { PullStreamAnswer } from '#contract/pull-stream.ts'
import { ResumeSession } from '#contract/resume-session.ts'
import { PushEntries } from '#contract/push-entries.ts'
import { SignedKeySet, findKey } from '#domain/trust/key-set.ts'
import { PatientId, ZoneId } from '#domain/base/ids.ts'
import type { Credential } from '#domain/entries/credential.ts'
import type { EntryContent } from '#domain/entries/entry-content.ts'
import { entryHash } from '#domain/entries/entry.ts'
import { readAnswerSignature } from '#domain/trust/signed-answer.ts'
import { aSealedPhone, current, keys } from '../../support/a-projecting-server.ts'
import { lineOf } from '../../support/memory-outbox-store.ts'
import { fastHasher } from '../../support/test-crypto.ts'
import { noon } from '../../support/test-vault.ts'
import { testMunicipality } from '../../support/test-server.ts'
import { versionFolder } from '../golden-files.ts'
import {
  type SealedSample,
  type SignedKind,
  type SignedSample,
  signedKinds,
} from '../signed-samples.ts'
import type { Exchange } from './recorded-server.ts'
import { writeEntries } from './write-entries.ts'

type Signatures = SignedSample['signatures']

/** Writes what was signed in a run, and entries that can be opened. What lies there already stays. */
export async function addSigned(
  version: number,
  exchanges: readonly Exchange[],
  signedSet: SignedKeySet,
): Promise<void> {
  const folder = join(versionFolder(version), 'signed')
  await mkdir(folder, { recursive: true })
  const write = (name: string, value: unknown) => writeNew(join(folder, `${name}.json`), value)
  const sign = async (kind: SignedKind, value: unknown, signatures: Signatures, name = '1') => {
    const text = Buffer.from(await signedKinds[kind](value, fastHasher)).toString('utf8')
    await write(`${kind}.${name}`, { kind, value, text, signatures } satisfies SignedSample)
  }
  const { keySet } = signedSet
  const by = (list: 'signing' | 'credentials', keyId: PublicKeyId, signature: string) => {
    const publicKey = findKey(keySet[list], keyId, keySet, keySet.issuedAt)
    if (publicKey === null) throw new Error(`${keyId} is no key of the server`)
    return [{ publicKey, signature }]
  }

  await sign('keySet', signedSet, [
    { publicKey: signedSet.rootKey, signature: signedSet.signature },
  ])

  const enrolment = found(exchanges, 'enrolDevice')
  const request = EnrolDevice.parse(enrolment.request)
  const { device, author, recipient } = EnrolDeviceAnswer.parse(JSON.parse(enrolment.body))
  for (const [kind, credential] of [
    ['deviceCredential', device],
    ['authorCredential', author],
    ['recipientCredential', recipient],
  ] as const) {
    await sign(kind, credential, by('credentials', credential.subject.kid, credential.signature))
  }
  await sign('enrolment', { nonce: request.nonce, keys: enrolmentKeys(request, author) }, [
    { publicKey: request.devicePublicKey, signature: request.deviceSignature },
    { publicKey: request.authorPublicKey, signature: request.authorSignature },
  ])

  const resumed = ResumeSession.parse(found(exchanges, 'resumeSession').request)
  await sign('session', { nonce: resumed.nonce, place: placeOf(resumed) }, [
    { publicKey: resumed.device.subject.publicKey, signature: resumed.deviceSignature },
    { publicKey: resumed.author.subject.publicKey, signature: resumed.authorSignature },
  ])

  for (const { path, nonce, body, signature } of exchanges) {
    const read = readAnswerSignature(signature)
    if (read === null || nonce === null) continue
    const place = { municipality: testMunicipality, path, nonce, body }
    const name = path.replaceAll('/', '-').slice(1)
    const value = { place, kid: read.keyId }
    await sign('answer', value, by('signing', read.keyId, read.signature), name)
  }

  const root = largestStream(exchanges)
  await write('root.1', root)
  const { head } = root
  await sign('head', head, by('signing', head.head.kid, head.signature))

  const pushes = exchanges.filter(({ route }) => route === 'pushEntries')
  const push = pushes
    .map((one) => PushEntries.parse(one.request))
    .reduce((most, one) => (one.entries.length > most.entries.length ? one : most))
  await sign('push', push, [
    { publicKey: push.device.subject.publicKey, signature: push.signature },
  ])
  await addEntries(sign, write)
}

type PublicKeyId = Credential['subject']['keyId']

async function addEntries(
  sign: (kind: SignedKind, value: unknown, by: Signatures, name: string) => Promise<void>,
  write: (name: string, value: unknown) => Promise<void>,
): Promise<void> {
  const phone = await aSealedPhone()
  const contents = await writeEntries(phone, current, {
    zone: ZoneId.parse('nord-1'),
    patientId: PatientId.parse('6f1f2c9e-0f57-4b0e-9a39-0d2f6a4f2b11'),
    now: noon,
  })
  const { key, rows } = lineOf(phone, phone.current)
  const [sealing] = keys.sealing
  if (sealing === undefined) throw new Error('The server has no sealing key')
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', sealing.privateKey)
  // What facts may say is shown by the messages; of each of the two kinds one is sealed and signed.
  const isShown = ({ kind }: EntryContent, at: number) =>
    !kind.endsWith('Fact') || contents.findIndex((one) => one.kind === kind) === at
  for (const [at, { entry }] of rows.entries()) {
    const content = contents[at]
    if (content !== undefined && !isShown(content, at)) continue
    if (content === undefined || entry.authorSignature === null)
      throw new Error('Not all was written')
    const { publicKey } = key
    await sign(
      'entry',
      entry,
      [
        { publicKey, signature: entry.authorSignature },
        { publicKey, signature: entry.deviceSignature },
      ],
      `${content.kind}-${at + 1}`,
    )
    await write(`sealed.${content.kind}-${at + 1}`, {
      entry,
      content,
      entryHash: await entryHash(entry.header, fastHasher),
      publicKey: sealing.publicKey,
      privateKey: Buffer.from(pkcs8).toString('base64'),
    } satisfies SealedSample)
  }
}

function placeOf({ author: { subject } }: ResumeSession) {
  if (subject.kind !== 'author') throw new Error('Not an author’s credential')
  const { municipality, employeeId, deviceId } = subject
  return { municipality, employeeId, deviceId }
}

function enrolmentKeys(request: EnrolDevice, { subject }: Credential) {
  if (subject.kind !== 'author') throw new Error('Not an author’s credential')
  const { deviceId, devicePublicKey, authorPublicKey, recipientPublicKey } = request
  const { municipality, employeeId } = subject
  return {
    municipality,
    employeeId,
    deviceId,
    devicePublicKey,
    authorPublicKey,
    recipientPublicKey,
  }
}

/** The largest stream that came whole in one answer. */
function largestStream(exchanges: readonly Exchange[]) {
  let largest: Extract<PullStreamAnswer, { kind: 'buckets' }> | null = null
  for (const { route, status, body } of exchanges) {
    if (route !== 'pullStream' || status !== 200) continue
    const answer = PullStreamAnswer.parse(JSON.parse(body))
    if (answer.kind !== 'buckets' || answer.from !== 0 || answer.next !== answer.buckets) continue
    if (answer.documents.length > (largest?.documents.length ?? 0)) largest = answer
  }
  if (largest === null) throw new Error('No stream came whole')
  return largest
}

function found(exchanges: readonly Exchange[], route: string): Exchange {
  const exchange = exchanges.find((one) => one.route === route && one.status === 200)
  if (exchange === undefined) throw new Error(`Nobody asked for ${route}`)
  return exchange
}

async function writeNew(path: string, value: unknown): Promise<void> {
  try {
    await writeFile(path, `${JSON.stringify(value, null, 1)}\n`, { flag: 'wx' })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return
    throw error
  }
}
