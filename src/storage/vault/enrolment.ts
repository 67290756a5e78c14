import type { Hasher } from '#domain/base/hasher.ts'
import type { EmployeeId, KeyId } from '#domain/base/ids.ts'
import { type Result, accepted, refused } from '#domain/base/result.ts'
import { keyIdOf } from '#domain/entries/sealing.ts'
import {
  type DeviceRow,
  type EmployeeRow,
  type OutboxDatabase,
  findDevice,
  raiseOutboxVersion,
} from '../databases/outbox-database.ts'
import { ensureDevice, ensureLabelKey, getDevice, openLabel, sealLabel } from '../outbox/device.ts'
import type { Supervisor } from '../databases/supervisor.ts'
import { refusalOfCode } from '#domain/vault/code.ts'
import { newEmployee, openEmployee, type OpenKeys, readEnvelope } from './employee.ts'
import type { DerivationCost } from '../crypto/key-derivation.ts'
import { lockCount } from '../databases/lock-rows.ts'
import type { UnlockedEmployee } from '../unlocked/unlocked-employee.ts'
import { isPair } from '../crypto/signing-key.ts'
import type {
  CompletionRefusal,
  EnrolmentAnswer,
  EnrolmentRefusal,
  EnrolmentRequest,
  EnrolmentInput,
} from '#domain/vault/enrolment.ts'
import type { Unlocked } from '#domain/vault/unlocking.ts'
import type { VaultAccess } from '#domain/vault/vault-access.ts'

type EnrolmentServices = {
  outbox: Supervisor<OutboxDatabase>
  unlocked: UnlockedEmployee
  hasher: Hasher
  cost: DerivationCost
  newId: () => string
}

/** An enrolment that the server has not answered. It is in memory only, so an app that was killed asks again. */
type Pending = {
  employee: OpenKeys
  device: DeviceRow
  /** Null for a renewal: the employee's keys are stored already. */
  row: EmployeeRow | null
}

export function enrolment(services: EnrolmentServices): Pick<
  VaultAccess,
  'prepareEnrolment' | 'completeEnrolment' | 'renewEnrolment'
> & {
  /** Drops pending enrolments, because they hold open keys too. */
  forget(): void
} {
  const { outbox, unlocked, hasher } = services
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
      const refusal = refusalOfCode(input.code) ?? (await refusalOfPresence(outbox, input))
      if (refusal !== null) return refused(refusal)
      const prepared = await prepare(input, services)
      if (prepared === 'keysNotKept') return refused({ kind: 'keysNotKept' })
      pending = prepared
      const { device, row } = prepared
      return accepted(requestOf(device, row.author.publicKey, input.label))
    },

    async renewEnrolment() {
      const employee = unlocked.find()
      if (employee === null) return refused({ kind: 'locked' })
      const labelKey = await ensureLabelKey(outbox)
      const { device, row, label } = await outbox.run(async (database) => {
        const here = await findDevice(database)
        const row = await database.employees.get(employee.employeeId)
        if (here === null || row === undefined) throw new Error('Nobody is enrolled here.')
        return { device: await getDevice(database, here.deviceId), row, label: here.label }
      })
      renewal = { employee, device, row: null }
      return accepted(
        requestOf(device, row.author.publicKey, (await openLabel(labelKey, label)) ?? device.id),
      )
    },

    async completeEnrolment(answer) {
      for (const request of [pending, renewal]) {
        if (request === null || !(await isAnswerTo(request, answer, hasher))) continue
        if (request === pending) pending = null
        else renewal = null
        return complete(request, answer, services)
      }
      return refused({ kind: 'notRequested' })
    },
  }
}

async function refusalOfPresence(
  outbox: Supervisor<OutboxDatabase>,
  { profile, replace }: EnrolmentInput,
): Promise<EnrolmentRefusal | null> {
  const row = await outbox.run((database) => database.employees.get(profile.author.employeeId))
  const isHere = row !== undefined && typeof readEnvelope(row) !== 'string'
  return isHere && replace !== 'forgottenCode' ? { kind: 'alreadyEnrolled' } : null
}

/** Makes the keys, stores them, reads them back and opens them with the code. */
async function prepare(
  input: EnrolmentInput,
  { outbox, hasher, cost, newId }: EnrolmentServices,
): Promise<{ employee: OpenKeys; device: DeviceRow; row: EmployeeRow } | 'keysNotKept'> {
  const { profile, code } = input
  const device = await ensureDevice(outbox, input.label, newId)
  const name = await sealLabel(await ensureLabelKey(outbox), profile.author.name)
  const made = await newEmployee(profile, { code, deviceId: device.id, name, cost, hasher })
  await outbox.run((database) => database.enrolments.put(made))
  const kept = await outbox.run((database) => database.enrolments.get(made.id))
  const envelope = kept === undefined ? 'keysNotKept' : readEnvelope(kept)
  const employee = typeof envelope === 'string' ? envelope : await openEmployee(envelope, code)
  if (kept === undefined || typeof employee === 'string') return 'keysNotKept'
  return (await storedKeysWork(outbox, device)) ? { employee, device, row: kept } : 'keysNotKept'
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

function requestOf(
  device: DeviceRow,
  authorPublicKey: EnrolmentRequest['authorPublicKey'],
  label: string,
): EnrolmentRequest {
  return { deviceId: device.id, label, devicePublicKey: device.publicKey, authorPublicKey }
}

async function isAnswerTo(
  { device, employee }: Pending,
  { device: vouchedDevice, author: vouchedAuthor }: EnrolmentAnswer,
  hasher: Hasher,
): Promise<boolean> {
  const { subject } = vouchedDevice
  const author = vouchedAuthor.subject
  return (
    subject.kind === 'device' &&
    subject.deviceId === device.id &&
    subject.keyId === (await keyIdOf(device.publicKey, hasher)) &&
    author.kind === 'author' &&
    author.deviceId === device.id &&
    author.employeeId === employee.employeeId &&
    author.keyId === employee.author.keyId
  )
}

async function complete(
  { employee, device, row }: Pending,
  answer: EnrolmentAnswer,
  { outbox, unlocked }: EnrolmentServices,
): Promise<Result<Unlocked, CompletionRefusal>> {
  const { employeeId, profile, author } = employee
  const server = { municipality: answer.municipality, ...answer.sealTo }
  const count = await outbox.run((database) => {
    const { settings, devices, employees, enrolments, authors, attempts } = database
    const all = [settings, devices, employees, enrolments, authors, attempts]
    return database.transaction('rw', all, async () => {
      const here = await findDevice(database)
      if (here === null) throw new Error('The device has lost its identity.')
      await settings.put({ ...here, server })
      await devices.update(device.id, { credential: answer.device })
      await authors.put(authorRow(device, author.keyId, answer))
      if (row !== null) await storeEmployee(database, row)
      await raiseOutboxVersion(database)
      return lockCount(database, employeeId)
    })
  })
  if (!(await isStored(outbox, employeeId))) return refused({ kind: 'keysNotKept' })
  // A renewal does not unlock: the vault may have been locked, or unlocked by another, while the server answered.
  if (row !== null) unlocked.begin({ ...employee, lockCount: count })
  return accepted({ employeeId, profile })
}

function authorRow(device: DeviceRow, keyId: KeyId, { author }: EnrolmentAnswer) {
  return { deviceId: device.id, keyId, v: 1, credential: author } as const
}

/** Part of the completing transaction. It replaces keys that the employee already had on this device. */
async function storeEmployee(database: OutboxDatabase, row: EmployeeRow): Promise<void> {
  await database.employees.put(row)
  await database.enrolments.delete(row.id)
  await database.attempts.delete(row.id)
}

async function isStored(
  outbox: Supervisor<OutboxDatabase>,
  employeeId: EmployeeId,
): Promise<boolean> {
  const row = await outbox.run((database) => database.employees.get(employeeId))
  return row?.deviceSecret instanceof CryptoKey
}
