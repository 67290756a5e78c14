import type { EmployeeId, KeyId } from '#domain/base/ids.ts'
import { type Result, accepted, refused } from '#domain/base/result.ts'
import type { TrustTools } from '#domain/trust/signatures.ts'
import { refusalOfCode } from '#domain/vault/code.ts'
import type {
  CompletionRefusal,
  EnrolmentAnswer,
  EnrolmentChallenge,
  EnrolmentInput,
  EnrolmentRefusal,
} from '#domain/vault/enrolment.ts'
import type { Unlocked } from '#domain/vault/unlocking.ts'
import type { VaultAccess } from '#domain/vault/vault-access.ts'
import type { DerivationCost } from '../crypto/key-derivation.ts'
import { isPair } from '../crypto/signing-key.ts'
import { lockCount, raiseLockCounts } from '../databases/lock-rows.ts'
import {
  type DeviceRow,
  type OutboxDatabase,
  type PinsRow,
  findDevice,
  findServer,
  raiseOutboxVersion,
} from '../databases/outbox-database.ts'
import type { Supervisor } from '../databases/supervisor.ts'
import { ensureDevice, ensureLabelKey, getDevice, openLabel, sealLabel } from '../outbox/device.ts'
import { compareTrust, deviceTrust } from '../trust/device-trust.ts'
import { pinsRow } from '../trust/stored-pins.ts'
import { noPins, pinsOf } from '../unlocked/pins.ts'
import { newEmployee, openEmployee, readEnvelope } from './employee.ts'
import { prepareForNewServer } from './enrol-with-new-server.ts'
import { type CodeServices } from './try-code.ts'
import {
  type Pending,
  isOfRoot,
  judgeAnswer,
  requestOf,
  withChallenge,
} from './enrolment-request.ts'
import { rememberLast } from './unlock-memory.ts'

type EnrolmentServices = CodeServices & {
  tools: TrustTools
  cost: DerivationCost
  newId: () => string
}

export function enrolment(services: EnrolmentServices): Pick<
  VaultAccess,
  'prepareEnrolment' | 'repeatEnrolment' | 'completeEnrolment' | 'renewEnrolment'
> & {
  /** Drops pending enrolments, because they hold open keys too. */
  forget(): void
} {
  const { outbox, unlocked, tools } = services
  let pending: Pending | null = null
  /** Separate from `pending`: a colleague may be enrolling while the credentials are renewed. */
  let renewal: Pending | null = null

  return {
    forget() {
      pending = null
      renewal = null
    },

    async prepareEnrolment(input) {
      pending = null
      const prepared = await (input.replace === 'newServer'
        ? prepareNewServer(input, services)
        : prepareNewKeys(input, services))
      if (!prepared.ok) return prepared
      pending = prepared.value
      return accepted(await requestOf(pending, tools))
    },

    async repeatEnrolment(challenge) {
      const repeated = pending
      if (repeated === null) return refused({ kind: 'notRequested' })
      const next = await withChallenge(repeated, challenge, tools)
      if (next === null) return refused({ kind: 'unknownServer' })
      // A lock meanwhile has dropped it, and another enrolment has taken its place.
      if (pending !== repeated) return refused({ kind: 'notRequested' })
      pending = next
      return accepted(await requestOf(next, tools))
    },

    async renewEnrolment(challenge) {
      const employee = unlocked.find()
      if (employee === null) return refused({ kind: 'locked' })
      const { root, municipality } = employee.trust
      const isHers = municipality === challenge.municipality
      if (!isHers || !(await isOfRoot(challenge, root, tools))) {
        return refused({ kind: 'otherServer' })
      }
      await deviceTrust(services).adopt(challenge.keySet)
      const labelKey = await ensureLabelKey(outbox)
      const { device, row, label } = await outbox.run(async (database) => {
        const here = await findDevice(database)
        const row = await database.employees.get(employee.employeeId)
        if (here === null || row === undefined) throw new Error('Nobody is enrolled here.')
        return { device: await getDevice(database, here.deviceId), row, label: here.label }
      })
      const text = (await openLabel(labelKey, label)) ?? device.id
      renewal = { employee, device, challenge, row, label: text, isRenewal: true }
      return accepted(await requestOf(renewal, tools))
    },

    async completeEnrolment(answer) {
      for (const request of [pending, renewal]) {
        if (request === null) continue
        const judged = await judgeAnswer(request, answer, tools)
        if (judged === 'notRequested') continue
        if (judged === 'unknownServer') return refused({ kind: 'unknownServer' })
        if (request === pending) pending = null
        else renewal = null
        return complete(request, answer, services)
      }
      return refused({ kind: 'notRequested' })
    },
  }
}

async function prepareNewServer(
  input: EnrolmentInput,
  services: EnrolmentServices,
): Promise<Result<Pending, EnrolmentRefusal>> {
  const refusal = await refusalOfServer(input, services)
  return refusal === null ? prepareForNewServer(input, services) : refused(refusal)
}

async function prepareNewKeys(
  input: EnrolmentInput,
  services: EnrolmentServices,
): Promise<Result<Pending, EnrolmentRefusal>> {
  const refusal =
    refusalOfCode(input.code) ??
    (await refusalOfPresence(input, services)) ??
    (await refusalOfServer(input, services))
  if (refusal !== null) return refused(refusal)
  const prepared = await prepare(input, services)
  return prepared === 'keysNotKept' ? refused({ kind: prepared }) : accepted(prepared)
}

async function refusalOfPresence(
  { profile, replace }: EnrolmentInput,
  { outbox, wrapLimits }: EnrolmentServices,
): Promise<EnrolmentRefusal | null> {
  const row = await outbox.run((database) => database.employees.get(profile.author.employeeId))
  const isHere = row !== undefined && typeof readEnvelope(row, wrapLimits) !== 'string'
  return isHere && replace !== 'forgottenCode' ? { kind: 'alreadyEnrolled' } : null
}

/** A server that has lost its root looks like another one: only an employee who enrols anew takes it over from others. */
async function refusalOfServer(
  { challenge, expectedRoot, profile, replace }: EnrolmentInput,
  { outbox, tools }: EnrolmentServices,
): Promise<EnrolmentRefusal | null> {
  if (!(await isOfRoot(challenge, expectedRoot, tools))) return { kind: 'unknownServer' }
  const { server, others } = await outbox.run(async (database) => ({
    server: await findServer(database),
    others: await listOthers(database, profile.author.employeeId),
  }))
  const isSame = server === null || isServerOf(server, challenge)
  const isTakenOver = replace !== undefined || others.length === 0
  return isSame || isTakenOver ? null : { kind: 'otherServer' }
}

function isServerOf(
  server: { municipality: string; root: KeyId },
  { municipality, keySet }: EnrolmentChallenge,
): boolean {
  return server.municipality === municipality && server.root === keySet.keySet.kid
}

/** The colleagues who have their keys here. */
async function listOthers(database: OutboxDatabase, me: EmployeeId): Promise<EmployeeId[]> {
  const rows = await database.employees.toArray()
  return rows
    .filter(({ id, deviceSecret }) => id !== me && deviceSecret !== null)
    .map(({ id }) => id)
}

/** Makes the keys, stores them, reads them back and opens them with the code. */
async function prepare(
  { profile, code, label, challenge, expectedRoot }: EnrolmentInput,
  { outbox, tools, cost, wrapLimits, newId }: EnrolmentServices,
): Promise<Pending | 'keysNotKept'> {
  const device = await ensureDevice(outbox, label, newId)
  const name = await sealLabel(await ensureLabelKey(outbox), profile.author.name)
  const { municipality, keySet: signed } = challenge
  const confirmed = expectedRoot !== null
  const trust = { municipality, root: signed.keySet.kid, signed, confirmed }
  const by = { code, deviceId: device.id, name, trust, cost, hasher: tools.hasher }
  const made = await newEmployee(profile, by)
  await outbox.run((database) => database.enrolments.put(made))
  const row = await outbox.run((database) => database.enrolments.get(made.id))
  const envelope = row === undefined ? 'keysNotKept' : readEnvelope(row, wrapLimits)
  const employee = typeof envelope === 'string' ? envelope : await openEmployee(envelope, code)
  if (row === undefined || typeof employee === 'string') return 'keysNotKept'
  return (await storedKeysWork(outbox, device))
    ? { employee, device, challenge, row, label, isRenewal: false }
    : 'keysNotKept'
}

/** Whether the device's own keys, read back from the database, can sign and open a label. */
async function storedKeysWork(
  outbox: Supervisor<OutboxDatabase>,
  { id }: DeviceRow,
): Promise<boolean> {
  const { device, label } = await outbox.run(async (database) => ({
    device: await getDevice(database, id),
    label: (await findDevice(database))?.label ?? null,
  }))
  if (!(device.signingKey instanceof CryptoKey)) return false
  const labelKey = await ensureLabelKey(outbox)
  const isLabelOpen = label !== null && (await openLabel(labelKey, label)) !== null
  return isLabelOpen && (await isPair(device.signingKey, device.publicKey))
}

async function complete(
  { employee, device, challenge, row, isRenewal }: Pending,
  answer: EnrolmentAnswer,
  services: EnrolmentServices,
): Promise<Result<Unlocked, CompletionRefusal>> {
  const { outbox, cache, unlocked } = services
  const { employeeId, profile, author } = employee
  const { municipality, keySet } = challenge
  const pins = await pinsRow(employee, noPins)
  const count = await outbox.run((database) => {
    const { settings, devices, employees, enrolments, authors, attempts } = database
    const all = [settings, devices, employees, enrolments, authors, attempts, database.pins]
    return database.transaction('rw', all, async () => {
      await devices.update(device.id, { credential: answer.device })
      await authors.put(authorRow(device, author.keyId, answer))
      if (isRenewal) {
        const { recipient } = row
        const vouched = { ...recipient, credential: answer.recipient }
        await employees.update(employeeId, { recipient: vouched })
      } else {
        await storeEmployee(database, vouchedRow(row, answer), pins)
        // Her other tabs have keys, or believe a server, that are not hers any more.
        await raiseLockCounts(database, [employeeId])
        const server = await findServer(database)
        const isOlder = server !== null && server.keySet.keySet.version > keySet.keySet.version
        const isKept = isOlder && isServerOf(server, challenge)
        const root = keySet.keySet.kid
        if (!isKept) await settings.put({ id: 'server', municipality, root, keySet })
      }
      await raiseOutboxVersion(database)
      return lockCount(database, employeeId)
    })
  })
  if (!(await isStored(outbox, employeeId))) return refused({ kind: 'keysNotKept' })
  // A renewal does not unlock: the vault may have been locked, or unlocked by another, while the server answered.
  if (!isRenewal) {
    // Copies under a key that she had, or of lists that another root has signed: she fetches hers anew.
    await cache.run((database) => database.streamKeys.where({ employeeId }).delete())
    const open = { ...employee, pins: pinsOf(noPins), streamKeys: new Map(), lockCount: count }
    await compareTrust(open, services)
    unlocked.end()
    unlocked.begin(open)
  }
  return accepted({ employeeId, profile })
}

function vouchedRow(
  row: Pending['row'],
  { recipient: credential }: EnrolmentAnswer,
): Pending['row'] {
  return { ...row, recipient: { ...row.recipient, credential } }
}

function authorRow(device: DeviceRow, keyId: KeyId, { author }: EnrolmentAnswer) {
  return { deviceId: device.id, keyId, v: 1, credential: author } as const
}

/** Part of the completing transaction. It replaces keys that the employee already had on this device. */
async function storeEmployee(
  database: OutboxDatabase,
  row: Pending['row'],
  pins: PinsRow,
): Promise<void> {
  await database.employees.put(row)
  await database.pins.put(pins)
  await database.enrolments.delete(row.id)
  await database.attempts.delete(row.id)
  await rememberLast(database, row.id)
}

async function isStored(
  outbox: Supervisor<OutboxDatabase>,
  employeeId: EmployeeId,
): Promise<boolean> {
  const row = await outbox.run((database) => database.employees.get(employeeId))
  return row?.deviceSecret instanceof CryptoKey
}
