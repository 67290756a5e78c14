import { canonicalJson } from '#domain/base/canonical-json.ts'
import { hashText } from '#domain/base/hasher.ts'
import { EmployeeId } from '#domain/base/ids.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { rootOf } from '#domain/streams/stream-root.ts'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import { statementBytes } from '#domain/trust/signatures.ts'
import type { SignedHead } from '#domain/trust/stream-head.ts'
import { chunksOf } from '../support/staged-memory.ts'
import { type KeyCopy, type ShownStream, copyCache } from '../support/replica-disk.ts'
import { vouchWith } from '../support/test-crypto.ts'
import type { Device } from './phone.ts'
import type { RunContext } from './run-context.ts'
import { municipality } from './sim-streams.ts'
import { leavesOf } from '../support/leaves-of.ts'

const attacks = [
  rollBack,
  plantStream,
  plantGenuine,
  alterDocument,
  putOlderChunk,
  plantEmployee,
  takeCopy,
] as const

/** Somebody who may write in the profile, and has no key of anybody, does one of the things that can be done with that. */
export async function tamper(context: RunContext, device: Device): Promise<void> {
  const attack = context.random.pick(attacks)
  context.note(`${device.name}: ${attack.name}`)
  device.tampered = true
  await attack(context, device)
}

/** The cache is as it was some time ago: a restored profile, or a commit that the disk lost. */
function rollBack({ random }: RunContext, device: Device): Promise<void> {
  const newest = device.snapshots.slice(-1)
  if (newest.length === 0) return Promise.resolve()
  const { shown, staged, copies } = copyCache(
    random.pick(random.chance(0.5) ? newest : device.snapshots),
  )
  const { cache } = device.replicas
  cache.shown = shown
  cache.staged = staged
  cache.copies = copies
  return Promise.resolve()
}

/** A whole stream of her own, under a key and a head of her own, with a copy of the key for everybody on the phone. */
async function plantStream(context: RunContext, device: Device): Promise<void> {
  const { random, crypto } = context
  const target = pickShown(context, device)
  if (target === null) return
  const [stream, shown] = target
  const documents = [await forgedDocument(context, `d${random.below(12)}`, shown)]
  const leaves = await leavesOf(documents, crypto.hasher)
  const { keyId: kid, sign } = await crypto.makeKey()
  const place = { seq: shown.replica.head.head.seq + 1, count: documents.length }
  const root = await rootOf(leaves, crypto.hasher)
  const head = { ...shown.replica.head.head, kid, ...place, root }
  const signature = await sign(statementBytes(head, crypto.hasher))
  const signed = random.chance(0.5) ? { head, signature } : shown.replica.head
  await plant(context, device, stream, { ...shown, leaves }, documents, signed)
}

/** Exactly what the server signed, by somebody who once had the stream, under a key that she keeps. */
async function plantGenuine(context: RunContext, device: Device): Promise<void> {
  const target = pickShown(context, device)
  if (target === null) return
  const [stream, shown] = target
  const documents = shown.chunks.flatMap((chunk) => chunk.documents)
  await plant(context, device, stream, shown, documents, shown.replica.head)
}

/** The copy of a key is gone: its employee can have kept the key all the same. */
function takeCopy({ random }: RunContext, device: Device): Promise<void> {
  const { cache } = device.replicas
  if (cache.copies.length === 0) return Promise.resolve()
  const taken = random.pick(cache.copies)
  cache.copies = cache.copies.filter((copy) => copy !== taken)
  return Promise.resolve()
}

/** What the server signed, but for one body, whose hash still says what it was. */
async function alterDocument(context: RunContext, device: Device): Promise<void> {
  const target = pickShown(context, device)
  if (target === null) return
  const [stream, shown] = target
  const documents = shown.chunks.flatMap((chunk) => chunk.documents)
  const chosen = context.random.below(Math.max(1, documents.length))
  const altered = documents.map((document, index) =>
    index === chosen ? { ...document, body: { value: 'FORFALSKET' } } : document,
  )
  await plant(context, device, stream, shown, altered, shown.replica.head)
}

async function plant(
  context: RunContext,
  device: Device,
  stream: StreamId,
  shown: ShownStream,
  documents: readonly StreamDocument[],
  head: SignedHead,
): Promise<void> {
  const { random, crypto } = context
  const { cache } = device.replicas
  const key = random.uuid()
  // A name that is taken already, or another one.
  const gen = shown.gen + random.below(2)
  const buckets = shown.chunks.length
  const chunks = await chunksOf(
    documents,
    { buckets, from: 0, next: buckets, key },
    { hasher: crypto.hasher, newNonce: random.uuid },
  )
  // She who made the key has it, and nobody lists her.
  context.listings.observeKnown(device.name, key, EmployeeId.parse(random.uuid()))
  const copies: KeyCopy[] = device.staff.map(({ employee, key: { keyId } }) => {
    return { stream, gen, employee: employee.employeeId, sealedTo: keyId, key }
  })
  const replica = { ...shown.replica, head, rev: shown.replica.rev + random.below(2) }
  cache.shown.set(stream, { ...shown, replica, gen, chunks })
  const isReplaced = (one: KeyCopy): boolean => one.stream === stream && one.gen === gen
  cache.copies = [...cache.copies.filter((one) => !isReplaced(one)), ...copies]
}

/** A chunk of the same generation, as it was before. */
function putOlderChunk(context: RunContext, device: Device): Promise<void> {
  const target = pickShown(context, device)
  if (target === null) return Promise.resolve()
  const [stream, shown] = target
  for (const { shown: before } of device.snapshots) {
    const older = before.get(stream)
    const bucket = shown.chunks.findIndex((chunk, at) => chunk !== older?.chunks[at])
    const chunk = older?.chunks[bucket]
    if (older?.gen !== shown.gen || chunk === undefined) continue
    device.replicas.cache.shown.set(stream, { ...shown, chunks: shown.chunks.with(bucket, chunk) })
    break
  }
  return Promise.resolve()
}

/** A row for a stranger, or one that names a colleague with a key that is not hers. */
async function plantEmployee(context: RunContext, device: Device): Promise<void> {
  const { random, crypto } = context
  const key = await crypto.makeKey()
  const { employee } = random.pick(device.staff)
  const employeeId = random.chance(0.5) ? employee.employeeId : EmployeeId.parse(random.uuid())
  const { subject } = random.pick(device.replicas.enrolled).recipient
  const { keyId, publicKey } = key
  const about = { municipality, deviceId: device.outbox.current, employeeId, keyId, publicKey }
  const recipient = await vouchWith(key, {
    kind: 'recipient',
    ...about,
    issuedAt: subject.issuedAt,
  })
  // It says that the server's key signed it, or names the key that did.
  const named = { ...recipient, subject: { ...recipient.subject, kid: subject.kid } }
  const row = { employee: employeeId, recipient: random.chance(0.5) ? recipient : named }
  device.replicas.enrolled = [...device.replicas.enrolled, row]
}

function pickShown(
  { random }: RunContext,
  device: Device,
): readonly [StreamId, ShownStream] | null {
  const shown = [...device.replicas.cache.shown]
  return shown.length === 0 ? null : random.pick(shown)
}

async function forgedDocument(
  { crypto }: RunContext,
  docId: string,
  { replica }: ShownStream,
): Promise<StreamDocument> {
  const body = { value: 'Somby, FORFALSKET' }
  const bodyHash = await hashText(canonicalJson(body), crypto.hasher)
  const seq = Math.max(1, replica.head.head.seq)
  return { docId, seq, deleted: false, schema: 'patient@1', body, bodyHash }
}
