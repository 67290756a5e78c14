import { noPreviousHash } from '#domain/entries/entry.ts'
import type { Hlc } from '#domain/time/hlc.ts'
import { DeviceId } from '#domain/base/ids.ts'
import { type DeviceRow, type OutboxDatabase, findDevice } from '../databases/outbox-database.ts'
import type { Supervisor } from '../databases/supervisor.ts'
import { type Sealed, aesOpenJson, aesSealJson } from '../crypto/aes.ts'
import { newDeviceSigningKey } from '../crypto/signing-key.ts'

/** Makes a device id with its own signing key and no entries. */
export async function newDevice(newId: () => string, hlc: Hlc | null): Promise<DeviceRow> {
  const { key, publicKey } = await newDeviceSigningKey()
  return {
    id: DeviceId.parse(newId()),
    v: 1,
    signingKey: key,
    publicKey,
    credential: null,
    n: 0,
    headHash: noPreviousHash,
    hlc,
    noticesCursor: 0,
    endedAt: null,
  }
}

/** Makes the device's id and keys before its first enrolment; later it answers the existing ones. */
export async function ensureDevice(
  outbox: Supervisor<OutboxDatabase>,
  label: string,
  newId: () => string,
): Promise<DeviceRow> {
  const labelKey = await ensureLabelKey(outbox)
  const made = await newDevice(newId, null)
  const sealed = await sealLabel(labelKey, label)
  return outbox.run((database) =>
    database.transaction('rw', database.settings, database.devices, async () => {
      const device = await findDevice(database)
      if (device !== null) return getDevice(database, device.deviceId)
      await database.settings.put({ id: 'device', deviceId: made.id, label: sealed })
      await database.devices.add(made)
      return made
    }),
  )
}

export async function getDevice(database: OutboxDatabase, id: DeviceId): Promise<DeviceRow> {
  const row = await database.devices.get(id)
  if (row === undefined) throw new Error('The device has lost its own keys.')
  return row
}

/**
 * Answers the key for what is shown before anybody unlocks, such as the employees' names. It cannot
 * be exported from the browser, so that nobody finds the names by searching the profile's files.
 */
export async function ensureLabelKey(outbox: Supervisor<OutboxDatabase>): Promise<CryptoKey> {
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  return outbox.run((database) =>
    database.transaction('rw', database.settings, async () => {
      const row = await database.settings.get('labelKey')
      if (row?.id === 'labelKey') return row.key
      await database.settings.put({ id: 'labelKey', key: made })
      return made
    }),
  )
}

export function sealLabel(labelKey: CryptoKey, text: string): Promise<Sealed> {
  return aesSealJson(labelKey, text, 'beredt/label/1')
}

/** Null when it does not open. */
export async function openLabel(labelKey: CryptoKey | null, label: Sealed): Promise<string | null> {
  if (labelKey === null) return null
  const text = await aesOpenJson(labelKey, label, 'beredt/label/1')
  return typeof text === 'string' ? text : null
}
