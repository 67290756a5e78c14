import { randomUUID } from 'node:crypto'
import { FormReference } from '#domain/forms/form-reference.ts'
import type { Credential } from '#domain/entries/credential.ts'
import {
  DeviceId,
  EmployeeId,
  EntryId,
  MunicipalityId,
  PatientId,
  ZoneId,
} from '#domain/base/ids.ts'
import { appendEntry } from '../support/append-entry.ts'
import { type OutboxDisk, lineOf, memoryOutboxStore } from '../support/memory-outbox-store.ts'
import { Base64Url } from '#domain/base/base64url.ts'
import { outboxStoreContract } from '../support/outbox-store-contract.ts'
import { fakeCrypto } from '../support/test-crypto.ts'
import { noon } from '../support/test-vault.ts'

const municipality = MunicipalityId.parse('demo')
const crypto = fakeCrypto()

/** A device id that the server has not vouched for yet, and its author's key. */
async function aLine(employeeId: EmployeeId) {
  const key = await crypto.makeKey()
  return {
    deviceId: DeviceId.parse(randomUUID()),
    key,
    device: null,
    author: { employeeId, keyId: key.keyId },
    authors: [],
    rows: [],
    noticesCursor: 0,
    ended: false,
  }
}

async function vouchFor(disk: OutboxDisk): Promise<void> {
  const line = lineOf(disk, disk.current)
  const { deviceId, key, author } = line
  const { keyId, publicKey } = key
  const subject = { municipality, deviceId, issuedAt: noon, expiresAt: noon, keyId, publicKey }
  const vouch = (more: { kind: 'device' } | { kind: 'author'; employeeId: EmployeeId }) =>
    crypto.vouch({ ...subject, ...more })
  disk.lines.set(deviceId, {
    ...line,
    device: await vouch({ kind: 'device' }),
    authors: [await vouch({ kind: 'author', employeeId: author.employeeId })],
  })
}

outboxStoreContract(async () => {
  const employeeId = EmployeeId.parse(randomUUID())
  const line = await aLine(employeeId)
  const disk: OutboxDisk = { lines: new Map([[line.deviceId, line]]), current: line.deviceId }
  await vouchFor(disk)
  return {
    store: memoryOutboxStore(disk, { newLine: () => aLine(employeeId) }),
    async add() {
      const entryId = EntryId.parse(randomUUID())
      await appendEntry(disk, crypto, {
        entryId,
        municipality,
        zone: ZoneId.parse('nord-1'),
        form: FormReference.parse('besoksnotat@1'),
        now: noon,
        content: (author) => ({
          kind: 'cardOpened',
          author,
          patientId: PatientId.parse(randomUUID()),
          openedAt: noon,
          revealed: null,
          reason: null,
        }),
      })
      const { rows, deviceId } = lineOf(disk, disk.current)
      const row = rows.find(({ entry }) => entry.header.entryId === entryId)
      if (row === undefined) throw new Error('The entry is not where it was written.')
      return { entryId, deviceId, n: row.entry.header.n }
    },
    vouchForNew: () => vouchFor(disk),
    verify: (device: Credential, bytes, signature) =>
      crypto.signatures.isSignedBy(device.subject.publicKey, Base64Url.parse(signature), bytes),
  }
})
