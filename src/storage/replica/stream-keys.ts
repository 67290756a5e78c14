import type { PublicKey } from '#domain/entries/credential.ts'
import type { EmployeeId } from '#domain/base/ids.ts'
import { sealingInfo } from '#domain/entries/sealing.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { CacheDatabase, StreamKeyRow } from '../databases/cache-database.ts'
import type { OutboxDatabase } from '../databases/outbox-database.ts'
import type { Supervisor } from '../databases/supervisor.ts'
import { importAesKey } from '../crypto/aes.ts'
import { hpkeOpen, hpkeSeal } from '#sealing/hpke.ts'
import type { OpenEmployee } from '../unlocked/unlocked-employee.ts'

type KeyPlace = { stream: StreamId; gen: number }

/** Keys of streams. Each employee who may open a stream has her own copy of its key, under her own key pair. */
export function streamKeys(ports: {
  cache: Supervisor<CacheDatabase>
  outbox: Supervisor<OutboxDatabase>
}) {
  async function readBytes(
    employee: OpenEmployee,
    place: KeyPlace,
  ): Promise<Uint8Array<ArrayBuffer> | null> {
    const row = await ports.cache.run((database) =>
      database.streamKeys.get([place.stream, place.gen, employee.employeeId]),
    )
    if (row === undefined) return null
    return hpkeOpen(
      employee.recipient,
      sealingInfo.streamKey,
      row,
      about(place, employee.employeeId),
    )
  }

  return {
    /** Null when the employee has no copy, or one that does not open: the stream is then hidden from her. */
    async find(employee: OpenEmployee, place: KeyPlace): Promise<CryptoKey | null> {
      const name = nameOf(place)
      const known = employee.streamKeys.get(name)
      if (known !== undefined) return known
      const bytes = await readBytes(employee, place)
      if (bytes === null) return null
      const key = await importAesKey(bytes)
      bytes.fill(0)
      employee.streamKeys.set(name, key)
      return key
    },

    /** Makes the next `find` read from the disk, because another tab may have replaced the generation's key. */
    forget(employee: OpenEmployee, place: KeyPlace): void {
      employee.streamKeys.delete(nameOf(place))
    },

    /** Makes a new key with a copy for each holder. The caller stores the copies. */
    async make(
      place: KeyPlace,
      holders: readonly EmployeeId[],
    ): Promise<{ key: CryptoKey; copies: StreamKeyRow[] }> {
      const bytes = crypto.getRandomValues(new Uint8Array(32))
      const copies = await copiesFor(place, bytes, await publicKeysOf(holders))
      const key = await importAesKey(bytes)
      bytes.fill(0)
      return { key, copies }
    },

    /** Makes copies of an existing key for more employees. */
    async copyFor(
      employee: OpenEmployee,
      place: KeyPlace,
      holders: readonly EmployeeId[],
    ): Promise<StreamKeyRow[]> {
      if (holders.length === 0) return []
      const bytes = await readBytes(employee, place)
      if (bytes === null) return []
      const copies = await copiesFor(place, bytes, await publicKeysOf(holders))
      bytes.fill(0)
      return copies
    },

    /** The employees on this device who have a copy of a generation. */
    async listHolders({ stream, gen }: KeyPlace): Promise<EmployeeId[]> {
      const rows = await ports.cache.run((database) =>
        database.streamKeys.where({ stream }).toArray(),
      )
      return rows.filter((row) => row.gen === gen).map((row) => row.employeeId)
    },
  }

  async function publicKeysOf(
    holders: readonly EmployeeId[],
  ): Promise<{ employeeId: EmployeeId; publicKey: PublicKey }[]> {
    const rows = await ports.outbox.run((database) => database.employees.bulkGet([...holders]))
    return rows
      .filter((row) => row !== undefined)
      .filter((row) => row.deviceSecret !== null)
      .map((row) => ({ employeeId: row.id, publicKey: row.recipient.publicKey }))
  }
}

export type StreamKeys = ReturnType<typeof streamKeys>

function copiesFor(
  place: KeyPlace,
  bytes: Uint8Array<ArrayBuffer>,
  holders: readonly { employeeId: EmployeeId; publicKey: PublicKey }[],
): Promise<StreamKeyRow[]> {
  return Promise.all(
    holders.map(async ({ employeeId, publicKey }) => ({
      ...place,
      employeeId,
      v: 1 as const,
      ...(await hpkeSeal(publicKey, sealingInfo.streamKey, bytes, about(place, employeeId))),
    })),
  )
}

function nameOf({ stream, gen }: KeyPlace): string {
  return `${stream}/${gen}`
}

function about({ stream, gen }: KeyPlace, employeeId: EmployeeId): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${stream}/${gen}/${employeeId}`)
}
