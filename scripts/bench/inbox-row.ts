import { randomUUID } from 'node:crypto'
import { base64UrlFromBytes } from '#domain/base/base64url.ts'
import {
  type DeviceId,
  type EmployeeId,
  EntryId,
  type MunicipalityId,
  type ZoneId,
} from '#domain/base/ids.ts'
import { type EntryContext, contextBytes, noPreviousHash } from '#domain/entries/entry.ts'
import { sealedHash, sealingInfo } from '#domain/entries/sealing.ts'
import type { FormReference } from '#domain/forms/form-reference.ts'
import { nextHlc } from '#domain/time/hlc.ts'
import { type Instant, millisecondsFromInstant, plusMinutes } from '#domain/time/instant.ts'
import { sealingKeyOf } from '#domain/trust/key-set.ts'
import { hpkeSeal } from '#sealing/hpke.ts'
import type { InboxEntry } from '#server/base/inbox-entry.ts'
import { nodeHasher } from '#server/base/node-hasher.ts'
import type { ServerKeys } from '#server/keys/keys.ts'

/** A row as the inbox holds it after its signatures were checked. */
export async function inboxRow(
  { keys, now }: { keys: ServerKeys; now: Instant },
  wanted: {
    municipality: MunicipalityId
    zone: ZoneId
    employeeId: EmployeeId
    deviceId: DeviceId
    n: number
    form: FormReference
    text: string
    /** By how many minutes it was received after the others. */
    later: number
  },
): Promise<InboxEntry> {
  const { municipality, zone, employeeId, deviceId, n, form, text, later } = wanted
  const entryId = EntryId.parse(randomUUID())
  const sealing = sealingKeyOf(keys.signed.keySet, 'real')
  const context: EntryContext = {
    kind: 'entry',
    v: 1,
    entryId,
    deviceId,
    n,
    prevHash: noPreviousHash,
    form,
    municipality,
    world: 'real',
    zone,
    incident: null,
    reseals: null,
    capturedAt: now,
    capturedOffsetMinutes: 60,
    hlc: nextHlc(null, millisecondsFromInstant(now)),
    authorKeyId: keys.credentials.keyId,
    serverKeyId: sealing.keyId,
  }
  const aad = contextBytes(context, nodeHasher)
  const bytes = nodeHasher.utf8(text)
  const box = await hpkeSeal(sealing.publicKey, sealingInfo.entry, bytes, aad)
  const sealed = {
    encapsulatedKey: base64UrlFromBytes(box.encapsulatedKey),
    sealed: base64UrlFromBytes(box.sealed),
  }
  const header = { ...context, sealedHash: await sealedHash(sealed, nodeHasher) }
  const deviceSignature = base64UrlFromBytes(new Uint8Array(64))
  return {
    bytesHash: header.sealedHash,
    entryHash: header.sealedHash,
    deviceId,
    entryId,
    n,
    prevHash: noPreviousHash,
    status: 'stored',
    reason: null,
    projected: 'waiting',
    authorEmployeeId: employeeId,
    contactBefore: now,
    clockAheadMinutes: 0,
    credentialExpiresAt: plusMinutes(now, 60 * 24),
    receivedAt: plusMinutes(now, later),
    entry: { header, ...sealed, authorSignature: deviceSignature, deviceSignature },
  }
}
