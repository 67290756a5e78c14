import { hexFromBytes } from '#domain/base/hasher.ts'
import type { DeviceId, EmployeeId, KeyId } from '#domain/base/ids.ts'
import type { PublicKey } from '#domain/entries/credential.ts'
import { sealingInfo } from '#domain/entries/sealing.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { StreamHolder } from '#domain/trust/stream-holders.ts'
import type { TrustTools } from '#domain/trust/signatures.ts'
import { hpkeOpen, hpkeSeal } from '#sealing/hpke.ts'
import { importAesKey } from '../crypto/aes.ts'
import type { CacheDatabase, StreamKeyRow } from '../databases/cache-database.ts'
import type { OutboxDatabase } from '../databases/outbox-database.ts'
import type { Supervisor } from '../databases/supervisor.ts'
import type { TrustParts } from '../trust/trust-parts.ts'
import type { OpenEmployee, StreamKey } from '../unlocked/unlocked-employee.ts'

type KeyPlace = { stream: StreamId; gen: number }

/** An employee on this device whom the server lists as a holder, with the key that it vouches for. */
export type Recipient = {
  employeeId: EmployeeId
  /** Null for the unlocked employee herself. */
  keyId: KeyId | null
  publicKey: PublicKey
}

/** Keys of streams. Each employee who may open a stream has her own copy of its key, under her own key pair. */
export function streamKeys(ports: {
  cache: Supervisor<CacheDatabase>
  outbox: Supervisor<OutboxDatabase>
  parts: Pick<TrustParts, 'publicKeyOfHolder' | 'isOwnDevice'>
  tools: TrustTools
}) {
  async function readBytes(
    employee: OpenEmployee,
    place: KeyPlace,
  ): Promise<Uint8Array<ArrayBuffer> | null> {
    const row = await ports.cache.run((database) =>
      database.streamKeys.get([place.stream, place.gen, employee.employeeId]),
    )
    if (row === undefined) return null
    const bytes = await hpkeOpen(
      employee.recipient,
      sealingInfo.streamKey,
      row,
      about(place, employee.employeeId),
    )
    return bytes?.length === 32 ? bytes : null
  }

  return {
    /**
     * Null when the employee has no copy, or one that does not open: the stream is then hidden from her. A copy names
     * no sender, so it proves nothing of what lies under it.
     */
    async find(employee: OpenEmployee, place: KeyPlace): Promise<StreamKey | null> {
      const name = nameOf(place)
      const known = employee.streamKeys.get(name)
      if (known !== undefined) return known
      const bytes = await readBytes(employee, place)
      if (bytes === null) return null
      const key = await streamKeyOf(bytes)
      bytes.fill(0)
      employee.streamKeys.set(name, key)
      return key
    },

    /** Keeps the key of a generation that the employee made herself. */
    keep(employee: OpenEmployee, place: KeyPlace, key: StreamKey): void {
      employee.streamKeys.set(nameOf(place), key)
    },

    /** Makes the next `find` read from the disk, because another tab may have replaced the generation's key. */
    forget(employee: OpenEmployee, place: KeyPlace): void {
      employee.streamKeys.delete(nameOf(place))
    },

    /** Those of the listed holders who are enrolled here with a key that the server vouches for. */
    async recipientsOf(me: OpenEmployee, holders: readonly StreamHolder[]): Promise<Recipient[]> {
      const rows = await ports.outbox.run((database) =>
        database.employees.bulkGet(holders.map(({ employee }) => employee)),
      )
      const { parts, tools } = ports
      const isOwn = (deviceId: DeviceId) => parts.isOwnDevice(deviceId, me, ports)
      const found = await Promise.all(
        holders.map(async (holder, at) => {
          const row = rows[at]
          if (row === undefined) return []
          const publicKey = await parts.publicKeyOfHolder(holder, row, { me, isOwn, tools })
          const { employee: employeeId, keyId } = holder
          return publicKey === null ? [] : [{ employeeId, keyId, publicKey }]
        }),
      )
      return found.flat()
    },

    /**
     * Adds the unlocked employee to those who get a key. The server has just listed the stream as hers, and she has
     * the private key; her credential may be of the id that the device had before.
     */
    withMe({ employeeId, publicKey }: OpenEmployee, recipients: readonly Recipient[]): Recipient[] {
      const others = recipients.filter((one) => one.employeeId !== employeeId)
      return [...others, { employeeId, keyId: null, publicKey }]
    },

    /** Copies of a key, for the caller to store. */
    copiesOf(
      place: KeyPlace,
      bytes: Uint8Array<ArrayBuffer>,
      recipients: readonly Recipient[],
    ): Promise<StreamKeyRow[]> {
      return Promise.all(
        recipients.map(async ({ employeeId, publicKey }) => ({
          ...place,
          employeeId,
          v: 1 as const,
          ...(await hpkeSeal(publicKey, sealingInfo.streamKey, bytes, about(place, employeeId))),
        })),
      )
    },

    /** Makes copies of a key that the employee has for more employees. */
    async copyFor(
      employee: OpenEmployee,
      place: KeyPlace,
      recipients: readonly Recipient[],
    ): Promise<StreamKeyRow[]> {
      if (recipients.length === 0) return []
      const bytes = await readBytes(employee, place)
      if (bytes === null) return []
      const known = await this.find(employee, place)
      const isKnown = known?.print === (await streamKeyOf(bytes)).print
      const copies = isKnown ? await this.copiesOf(place, bytes, recipients) : []
      bytes.fill(0)
      return copies
    },
  }
}

export type StreamKeys = ReturnType<typeof streamKeys>

/** The caller wipes the bytes. */
export function newKeyBytes(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(32))
}

export async function streamKeyOf(bytes: Uint8Array<ArrayBuffer>): Promise<StreamKey> {
  const [key, digest] = await Promise.all([
    importAesKey(bytes),
    crypto.subtle.digest('SHA-256', bytes),
  ])
  return { key, print: hexFromBytes(new Uint8Array(digest)) }
}

function nameOf({ stream, gen }: KeyPlace): string {
  return `${stream}/${gen}`
}

function about({ stream, gen }: KeyPlace, employeeId: EmployeeId): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${stream}/${gen}/${employeeId}`)
}
