import type { CacheDatabase } from '../databases/cache-database.ts'
import { type DeviceId, EmployeeId } from '#domain/base/ids.ts'
import { type Credential, isRenewalDue } from '#domain/entries/credential.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { DeviceClock } from '#domain/time/device-clock.ts'
import {
  type EmployeeRow,
  type OutboxDatabase,
  findDevice,
  findServer,
} from '../databases/outbox-database.ts'
import { effectiveTime, type EffectiveTime } from '../outbox/effective-clock.ts'
import type { OutboxStore } from '../outbox/outbox-store.ts'
import { openLabel } from '../outbox/device.ts'
import type { Supervisor } from '../databases/supervisor.ts'
import { knownAttempts, maxTries, waitUntil } from './attempts.ts'
import { closedSince } from './erase-keys.ts'
import { isErased, isKey } from './employee.ts'
import { unlockMemory } from './unlock-memory.ts'
import type { OpenEmployee, UnlockedEmployee } from '../unlocked/unlocked-employee.ts'
import type { VaultStatus } from '#domain/vault/vault-status.ts'

export async function vaultStatus(services: {
  outbox: Supervisor<OutboxDatabase>
  cache: Supervisor<CacheDatabase>
  outboxStore: OutboxStore
  unlocked: UnlockedEmployee
  clock: DeviceClock
}): Promise<VaultStatus> {
  const { outbox, cache, unlocked, clock } = services
  const employee = unlocked.find()
  const found = await outbox.run((database) => readOutbox(database, employee, clock.now()))
  const time = await outbox.run((database) => effectiveTime(database, clock))
  const streams = await cache.run((database) => database.replicas.toArray())
  const { labelKey, here } = found
  const entries = await services.outboxStore.countByState()
  const isFailing = outbox.health() === 'failing' || cache.health() === 'failing'
  return {
    device:
      here === null || found.server === null
        ? null
        : {
            deviceId: here.deviceId,
            municipality: found.server.municipality,
            label: await openLabel(labelKey, here.label),
          },
    employees: await Promise.all(
      found.employees.map(async (row) => ({
        employeeId: row.id,
        name: await openLabel(labelKey, row.name),
        ...triesOf(row, found.attempts, time),
        closedAt: isErased(row) ? (found.closed[row.id] ?? null) : null,
        drafts: found.drafts.get(row.id) ?? 0,
        hasShortCode: found.memory.shortCodes.includes(row.id),
      })),
    ),
    server: employee && { root: employee.trust.root, confirmed: employee.trust.confirmed },
    unlocked: employee?.employeeId ?? null,
    lastUnlocked: found.memory.last,
    streams: streams.map(({ id, head }) => ({ stream: id, verifiedAt: head.head.time })),
    entries,
    storage: isFailing ? 'failing' : 'working',
    needsRenewal: found.needsRenewal,
  }
}

async function readOutbox(database: OutboxDatabase, employee: OpenEmployee | null, now: Instant) {
  const { settings, devices, employees, attempts, authors, drafts } = database
  const read = [settings, devices, employees, attempts, authors, drafts]
  return database.transaction('r', read, async () => {
    const here = await findDevice(database)
    const label = await settings.get('labelKey')
    const device = here === null ? null : ((await devices.get(here.deviceId)) ?? null)
    const author =
      device === null || employee === null
        ? null
        : ((await authors.get([device.id, employee.author.keyId])) ?? null)
    const server = await findServer(database)
    const me = employee === null ? undefined : await employees.get(employee.employeeId)
    return {
      here,
      labelKey: label?.id === 'labelKey' && isKey(label.key) ? label.key : null,
      employees: await employees.toArray(),
      attempts: await attempts.toArray(),
      drafts: await countDrafts(database),
      server,
      memory: await unlockMemory(database),
      closed: await closedSince(database),
      needsRenewal:
        device !== null &&
        server !== null &&
        (isDue(device.credential, device.id, now) ||
          (me !== undefined &&
            (isDue(author?.credential ?? null, device.id, now) ||
              isDue(me.recipient.credential, device.id, now)))),
    }
  })
}

async function countDrafts({ drafts }: OutboxDatabase): Promise<Map<EmployeeId, number>> {
  const rows = await drafts.orderBy('employeeId').keys()
  const counts = new Map<EmployeeId, number>()
  for (const key of rows) {
    const employee = EmployeeId.safeParse(key)
    if (employee.success) counts.set(employee.data, (counts.get(employee.data) ?? 0) + 1)
  }
  return counts
}

/** A credential that is missing, or of an id that the device had before, is due at once. */
function isDue(credential: Credential | null, deviceId: DeviceId, now: Instant): boolean {
  if (credential === null || credential.subject.deviceId !== deviceId) return true
  return isRenewalDue(credential.subject, now)
}

function triesOf(
  row: EmployeeRow,
  attempts: Awaited<ReturnType<typeof readOutbox>>['attempts'],
  time: EffectiveTime,
) {
  const mine = knownAttempts(attempts.find(({ id }) => id === row.id) ?? null)
  const wait = waitUntil(mine, time.now)
  return {
    triesLeft: Math.max(0, maxTries - mine.failures),
    nextTryAt: wait === null ? null : time.onDevice(wait),
    erased: isErased(row),
  }
}
