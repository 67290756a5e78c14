import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import 'fake-indexeddb/auto'
import type { EntryState } from '#domain/entries/entry-state.ts'
import { unverifiedOpenedForm } from '#domain/entries/entry-content.ts'
import type { EmployeeId } from '#domain/base/ids.ts'
import { aDraft, anEntry } from '../../support/an-entry.ts'
import { nodeHasher } from '../../support/node-hasher.ts'
import {
  aBuild,
  aDelta,
  at,
  build,
  critical,
  headOver,
  holdersOn,
  storeOf,
} from '../../support/build-replica.ts'
import {
  aPhone,
  aProfile,
  aVouchingServer,
  codeOfAnne,
  enrol,
  noon,
} from '../../support/test-vault.ts'
import { newSealingKey, signedKeySet } from '../../support/vouching-server.ts'
import {
  anne,
  berit,
  buildSession,
  builtDocuments,
  builtHalf,
  changedDocuments,
  changes,
  codeOfBerit,
  deltaSession,
  details,
  half,
  sampleBuckets,
  sampleDraft,
  sampleEntry,
  sampleStates,
  shownDocuments,
} from './sample-contents.ts'
import { storeDatabase } from './stored-database.ts'

// Writes what the present version of the app leaves on a device, for the tests of later versions:
// node_modules/.bin/node tests/storage/samples/write-sample.ts NUMBER
// A sample that is committed is never written again.

const generate = crypto.subtle.generateKey.bind(crypto.subtle)
Object.defineProperty(crypto.subtle, 'generateKey', {
  value: (algorithm: EcKeyGenParams, _: boolean, usages: KeyUsage[]) =>
    generate(algorithm, true, usages),
})

const folder = join(import.meta.dirname, `version-${process.argv[2]}`)
const server = await aVouchingServer()
const phone = aPhone()
const vault = await phone.openVault()
const profileOf = (employeeId: EmployeeId, name: string) => {
  const profile = aProfile(name)
  return { ...profile, author: { ...profile.author, employeeId } }
}
await enrol(vault, server, { profile: profileOf(anne, 'Anne Solbakken'), code: codeOfAnne })
await vault.access.lock()
await enrol(vault, server, { profile: profileOf(berit, 'Berit Haugen'), code: codeOfBerit })
await vault.access.lock()
await vault.access.unlock(berit, '000000')
await vault.access.unlock(anne, codeOfAnne)

// Lists: one whole, with a delta half-way; one half built. Both employees have the keys.
const holders = await holdersOn(phone)
const store = await storeOf({ phone, vault }, server)
const head = await build(store, await shownDocuments(), { buckets: sampleBuckets, holders })
const { staged } = await changes()
const shown = await vault.replicas.findReplica(critical)
if (shown === null) throw new Error('There is no list')
const { seq, chain16 } = head.head
await vault.replicas.beginStaging(aDelta(deltaSession, shown.rev, { seq, chain16 }), holders)
await vault.replicas.stagePage({
  stream: critical,
  session: deltaSession,
  after: seq,
  documents: [staged],
  to: at(staged.seq),
  head: await headOver(await changedDocuments(), server),
})
await vault.replicas.beginStaging(aBuild(buildSession, details), holders)
await vault.replicas.stageBuckets({
  stream: details,
  session: buildSession,
  buckets: sampleBuckets,
  from: 0,
  next: half,
  documents: await builtHalf('first'),
  head: await headOver(await builtDocuments(), server, { stream: details }),
})

// Entries in every state that the server has told, and then a key of the server that opens none of them.
for (const index of sampleStates.keys()) {
  const draft = aDraft(`Signert ${index + 1}`, { id: sampleEntry(index + 1) })
  await vault.entries.add(anEntry(anne, draft))
}
await vault.entries.add({
  ...anEntry(anne, aDraft('', { id: sampleEntry(sampleStates.length + 1) })),
  content: {
    kind: 'unverifiedOpened',
    author: anEntry(anne).content.author,
    stream: critical,
    openedAt: noon,
  },
  form: unverifiedOpenedForm,
  zone: null,
})
const [push] = await vault.outbox.listPendingPushes({
  entries: 100,
  bytes: 512 * 1024,
  without: new Set<never>(),
})
if (push === undefined) throw new Error('There is nothing to send')
const receipts = sampleStates.flatMap((state: EntryState, index) =>
  state === 'sealed' ? [] : [{ entryId: sampleEntry(index + 1), state }],
)
const answer = { at: noon, durable: null, noticesAfter: 0, noticesCursor: 1_795_431_600_000 }
await vault.outbox.recordReceipts(push.deviceId, receipts, answer)
const keys = { ...server.keys, sealing: [await newSealingKey(nodeHasher)] }
const about = { version: 2, issuedAt: noon }
await vault.trust.adopt(await signedKeySet(server.root, keys, about, nodeHasher))
await vault.reseal()
await vault.drafts.save(aDraft('Halvferdig', { id: sampleDraft }))
await vault.replicas.savePins()
const next = {
  critical: await headOver(await changedDocuments(), server),
  details: await headOver(await builtDocuments(), server, { stream: details }),
}
await vault.access.lock()
// Two megabytes of random bytes that nothing is read from.
await phone.cache().settings.put({ id: 'reserve', bytes: new Uint8Array(16) })

await mkdir(folder, { recursive: true })
for (const name of ['outbox', 'cache']) {
  const stored = await storeDatabase(phone.indexedDB, name)
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(stored)}\n`)
}
await writeFile(join(folder, 'next.json'), `${JSON.stringify(next)}\n`)
