import { EnrolDeviceAnswer } from '#contract/enrol-device.ts'
import { type PushEntries, pushBytes } from '#contract/push-entries.ts'
import { routes } from '#contract/routes.ts'
import { base64UrlFromBytes } from '#domain/base/base64url.ts'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import {
  EntryContext,
  type SealedEntry,
  contextBytes,
  entryHash,
  headerBytes,
  noPreviousHash,
} from '#domain/entries/entry.ts'
import { sealedHash, sealingInfo } from '#domain/entries/sealing.ts'
import { sealingKeyOf } from '#domain/trust/key-set.ts'
import { type Hlc, nextHlc } from '#domain/time/hlc.ts'
import { millisecondsFromInstant } from '#domain/time/instant.ts'
import type { NewEntry } from '#domain/vault/entry-repository.ts'
import { hpkeSeal } from '#sealing/hpke.ts'
import { nodeHasher } from '../support/node-hasher.ts'
import { ownKeys, signedEnrolment } from './enrolment.ts'
import { sendEnrolment } from './phone.ts'
import type { Hired, Town } from './town.ts'

/** A phone with valid keys whose app was changed: it seals and sends whatever its owner wants. */
export async function aChangedApp(town: Town, hired: Hired) {
  const signers = await ownKeys()
  const request = await signedEnrolment(town, hired, { signers })
  const answered = await sendEnrolment(town, hired, request)
  const { device, author } = EnrolDeviceAnswer.parse(answered.json())
  const sealTo = sealingKeyOf(town.services.keys.current().signed.keySet, 'real')
  let [n, prevHash] = [0, noPreviousHash]

  /** `text` is sealed as it stands, in the place of the note's content. */
  async function seal(
    note: NewEntry,
    { text, hlc }: { text?: string | undefined; hlc?: Hlc } = {},
  ): Promise<SealedEntry> {
    const { entryId, form, world, zone, incident, content } = note
    const context = EntryContext.parse({
      kind: 'entry',
      v: 1,
      entryId,
      deviceId: request.deviceId,
      n: n + 1,
      prevHash,
      form,
      municipality: town.municipality,
      world,
      zone,
      incident,
      reseals: null,
      capturedAt: town.now(),
      capturedOffsetMinutes: 60,
      hlc: hlc ?? nextHlc(null, millisecondsFromInstant(town.now())),
      authorKeyId: author.subject.keyId,
      serverKeyId: sealTo.keyId,
    })
    const bytes = nodeHasher.utf8(text ?? canonicalJson(content))
    const about = contextBytes(context, nodeHasher)
    const box = await hpkeSeal(sealTo.publicKey, sealingInfo.entry, bytes, about)
    const sealed = {
      encapsulatedKey: base64UrlFromBytes(box.encapsulatedKey),
      sealed: base64UrlFromBytes(box.sealed),
    }
    const header = { ...context, sealedHash: await sealedHash(sealed, nodeHasher) }
    const toSign = headerBytes(header, nodeHasher)
    n += 1
    prevHash = await entryHash(header, nodeHasher)
    return {
      header,
      ...sealed,
      authorSignature: await signers.author.sign(toSign),
      deviceSignature: await signers.device.sign(toSign),
    }
  }

  async function signedPush(entries: SealedEntry[]): Promise<PushEntries> {
    const unsigned: Omit<PushEntries, 'signature'> = {
      protocol: 1,
      device,
      authors: [author],
      entries,
      taken: [],
      noticesAfter: 0,
      sentAt: town.now(),
    }
    const signature = await signers.device.sign(pushBytes(unsigned, nodeHasher))
    return { ...unsigned, signature }
  }

  async function push(entries: SealedEntry[]) {
    return town.ask(routes.pushEntries.path, await signedPush(entries), { host: town.host })
  }

  return {
    seal,
    signedPush,
    push,
    /** Asks what its owner has, from which its phone knows what she has lost. */
    listStreams() {
      const { employeeId: employee } = hired.profile.author
      const asked = { employee, deviceId: request.deviceId, formerDeviceIds: [], recipients: [] }
      return town.ask(routes.listStreams.path, asked, hired.headers)
    },
    /** Sends what a zone's phones, or those of the whole municipality, would take for a fact; null for what none gets. */
    async say(fact: NewEntry, more: { hlc?: Hlc } = {}): Promise<string | null> {
      await push([await seal(fact, more)])
      await town.project()
      const stream = fact.zone === null ? '*/coordination' : `${fact.zone}/people`
      const found = await town.findDocument(stream, fact.entryId)
      return found === null || found.deleted ? null : JSON.stringify(found.body)
    },
    /** Sends a note that says something else than the app would, and answers what the zone's phones get of it. */
    async send(note: NewEntry, text?: string): Promise<string | null> {
      await push([await seal(note, { text })])
      await town.project()
      if (note.zone === null) return null
      const found = await town.findNote(note.zone, note.entryId)
      return found === null ? null : JSON.stringify(found.body)
    },
  }
}
