import { maxPushedEntries, type PushResult } from '#contract/push-entries.ts'
import type { OutboxFile } from '#contract/outbox-file.ts'
import type { SignatureCheck } from '#domain/trust/signatures.ts'
import { listMunicipalities } from '../accounts/municipality-directory.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import type { Sources } from '../base/sources.ts'
import type { Database } from '../database/database.ts'
import { withTenant } from '../database/with-tenant.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { checkEntries, isVouchedFor } from './check-push.ts'
import { postgresInboxStore } from './postgres-inbox-store.ts'
import { takeEntries } from './take-entries.ts'
import { webSignatures } from './web-signatures.ts'

/** unvouched: entries of a device that this server, or this municipality's, has not vouched for. Nothing is kept of them. */
export type TakenOutbox = Record<PushResult | 'unvouched', number>

type Line = OutboxFile['lines'][number]
type TakingServices = { db: Database; keys: KeyRing; sources: Sources; signatures: SignatureCheck }

/**
 * Takes what a phone could not send into the inbox, as if it had been pushed: by the signatures of each entry, once
 * however often, and whatever the phone sends itself later is a duplicate.
 */
export async function takeOutboxFile(
  { lines }: OutboxFile,
  services: TakingServices,
): Promise<TakenOutbox> {
  const taken: TakenOutbox = { stored: 0, duplicate: 0, conflict: 0, quarantined: 0, unvouched: 0 }
  for (const line of lines) {
    const results = await takeLine(line, services)
    if (results === null) taken.unvouched += line.entries.length
    for (const result of results ?? []) taken[result] += 1
  }
  return taken
}

/** Null when nobody here vouches for the device. */
async function takeLine(
  { device, authors, entries }: Line,
  { db, keys, sources, signatures }: TakingServices,
): Promise<PushResult[] | null> {
  const named = device?.subject.municipality
  const municipality = (await listMunicipalities(db)).find((one) => one === named)
  if (device?.subject.kind !== 'device' || municipality === undefined) return null
  const checks = {
    signatures: webSignatures(() => keys.current().signed.keySet, signatures),
    hasher: nodeHasher,
    municipality,
  }
  if (!(await isVouchedFor(device, checks))) return null
  const scope = { municipality, zones: [], account: null, role: null }
  const results: PushResult[] = []
  for (let from = 0; from < entries.length; from += maxPushedEntries) {
    const part = entries.slice(from, from + maxPushedEntries)
    const checked = await checkEntries({ device, authors, entries: part }, checks)
    const answer = await withTenant(db, scope, (transaction) => {
      const now = sources.now()
      // The file says nothing of how the phone's clock stands to the server's: it may be days old.
      const push = { device, taken: [], noticesAfter: 0, sentAt: now }
      return takeEntries(postgresInboxStore(transaction, municipality), push, checked, now)
    })
    results.push(...answer.results.map(({ result }) => result))
  }
  return results
}
