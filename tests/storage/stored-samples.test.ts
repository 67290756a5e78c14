import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, test } from 'vitest'
import { CacheDatabase } from '#storage/databases/cache-database.ts'
import { OutboxDatabase } from '#storage/databases/outbox-database.ts'
import { goldenVersions } from '../golden/golden-files.ts'
import { aResponse } from '../support/an-entry.ts'
import { at, critical } from '../support/build-replica.ts'
import { aPhone, codeOfAnne } from '../support/test-vault.ts'
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
  readNextAnswers,
  sampleBuckets,
  sampleEntry,
  sampleStates,
  shownDocuments,
} from './samples/sample-contents.ts'
import { StoredDatabase, restoreDatabase } from './samples/stored-database.ts'

const folder = join(import.meta.dirname, 'samples')
const samples = (await readdir(folder)).filter((name) => name.startsWith('version-'))
const limits = { entries: 100, bytes: 512 * 1024, without: new Set<never>() }

async function aPhoneFrom(sample: string) {
  const indexedDB = new IDBFactory()
  for (const name of ['outbox', 'cache']) {
    const text = await readFile(join(folder, sample, `${name}.json`), 'utf8')
    await restoreDatabase(indexedDB, name, StoredDatabase.parse(JSON.parse(text)))
  }
  return aPhone(indexedDB)
}

async function openedBy(sample: string, employee = anne, code = codeOfAnne) {
  const phone = await aPhoneFrom(sample)
  const vault = await phone.openVault()
  const unlocked = await vault.access.unlock(employee, code)
  if (!unlocked.ok) throw new Error(unlocked.refusal.kind)
  return { phone, vault }
}

const inOrder = (documents: readonly { docId: string }[]) =>
  documents.toSorted((a, b) => (a.docId < b.docId ? -1 : 1))

async function readInOrder({ vault }: Awaited<ReturnType<typeof openedBy>>, stream = critical) {
  const reading = await vault.streams.read(stream)
  if (reading.kind !== 'open') throw new Error(reading.kind)
  return { ...reading, documents: inOrder(reading.documents) }
}

describe.each(samples)('what %s left on a device', (sample) => {
  test.each([
    ['Anne', anne, codeOfAnne],
    ['Berit', berit, codeOfBerit],
  ])('opens with the code of %s, and her lists are verified', async (_name, employee, code) => {
    const opened = await openedBy(sample, employee, code)

    expect(await readInOrder(opened)).toMatchObject({
      trust: 'verified',
      damagedParts: 0,
      documents: inOrder(await shownDocuments()),
    })
  })

  test('has its drafts and its entries, each in its state', async () => {
    const { vault } = await openedBy(sample)

    const drafts = await vault.drafts.list()
    const own = await vault.entries.listOwn()

    expect(drafts).toMatchObject({
      value: { drafts: [{ draft: { response: aResponse('Halvferdig') } }], damaged: 0 },
    })
    const entries = own.ok ? own.value.toSorted((a, b) => a.n - b.n) : []
    expect(entries).toMatchObject([
      ...sampleStates.map((_, index) => ({
        n: index + 1,
        // Each was sealed again and waits to be sent.
        state: 'sealed',
        content: { kind: 'open', value: { response: aResponse(`Signert ${index + 1}`) } },
      })),
      { content: { kind: 'open', value: { kind: 'unverifiedOpened', stream: critical } } },
    ])
    expect(entries).toHaveLength(sampleStates.length + 1)
  })

  test('believes the server that it believed, with the newest of its keys', async () => {
    const { phone, vault } = await openedBy(sample)

    const trust = await vault.trust.find()

    const row = await phone.outbox().settings.get('server')
    expect(row).toMatchObject({ municipality: 'demo', keySet: { keySet: { version: 2 } } })
    expect(trust?.keySet).toEqual(row?.id === 'server' ? row.keySet.keySet : null)
    expect(await vault.reseal()).toBe(0)
  })

  test('goes on being sent byte by byte, and what was sealed again names the first', async () => {
    const phone = await aPhoneFrom(sample)
    const vault = await phone.openVault()
    const rows = (await phone.outbox().entries.toArray()).toSorted((a, b) => a.n - b.n)

    const [push] = await vault.outbox.listPendingPushes(limits)

    expect(rows.slice(0, sampleStates.length).map(({ state }) => state)).toEqual([...sampleStates])
    const pending = rows.filter(({ state }) => state === 'sealed')
    expect(push?.entries).toEqual(pending.map(({ entry }) => entry))
    expect(push?.authors.length).toBe(1)
    expect(pending.flatMap(({ entry }) => entry.header.reseals ?? []).toSorted()).toEqual(
      Array.from({ length: sampleStates.length + 1 }, (_, index) => sampleEntry(index + 1)),
    )
    const [last] = pending.filter(({ entry }) => entry.header.zone === null)
    expect(last?.entry.header).toMatchObject({ zone: null, incident: null })
  })

  test('gets its receipts', async () => {
    const phone = await aPhoneFrom(sample)
    const vault = await phone.openVault()
    const [push] = await vault.outbox.listPendingPushes(limits)
    if (push === undefined) throw new Error('There is nothing to send')
    const receipts = push.entries.map(({ header }) => ({
      entryId: header.entryId,
      state: 'acked' as const,
    }))

    const answer = { at: phone.clock.now(), durable: null, noticesAfter: 0, noticesCursor: 0 }
    await vault.outbox.recordReceipts(push.deviceId, receipts, answer)

    expect(await vault.outbox.countByState()).toMatchObject({ sealed: 0, held: 1, rejected: 1 })
  })

  test('goes on with a delta that was staged half-way', async () => {
    const opened = await openedBy(sample)
    const { replicas } = opened.vault
    const { staged, missing } = await changes()
    const part = { stream: critical, session: deltaSession }
    const { critical: head } = await readNextAnswers(join(folder, sample))

    const staging = await replicas.findStaging(critical)
    const page = { after: staged.seq, documents: [missing], to: at(missing.seq), head }
    await replicas.stagePage({ ...part, ...page })
    const ended = await replicas.commitStaging({ ...part, head })

    expect(staging).toMatchObject({ kind: 'delta', at: at(staged.seq) })
    expect(ended).toBe('committed')
    expect(await readInOrder(opened)).toMatchObject({
      trust: 'verified',
      documents: inOrder(await changedDocuments()),
    })
  })

  test('goes on with a list that was built half-way', async () => {
    const opened = await openedBy(sample)
    const { replicas } = opened.vault
    const documents = await builtDocuments()
    const part = { stream: details, session: buildSession }
    const { details: head } = await readNextAnswers(join(folder, sample))

    const staging = await replicas.findStaging(details)
    await replicas.stageBuckets({
      ...part,
      buckets: sampleBuckets,
      from: half,
      next: sampleBuckets,
      documents: await builtHalf('second'),
      head,
    })
    const ended = await replicas.commitStaging({ ...part, head })

    expect(staging).toMatchObject({ kind: 'build', layout: { buckets: sampleBuckets, next: half } })
    expect(ended).toBe('committed')
    expect(await readInOrder(opened, details)).toMatchObject({
      trust: 'verified',
      documents: inOrder(documents),
    })
  })

  test('has a row in each table that keeps anything', async () => {
    const phone = await aPhoneFrom(sample)
    const empty: string[] = []
    for (const database of [phone.outbox(), phone.cache()]) {
      await database.open()
      for (const table of database.tables) if ((await table.count()) === 0) empty.push(table.name)
    }

    // An enrolment that the server has not answered yet; each employee's is over.
    expect(empty).toEqual(['enrolments'])
  })
})

test('each version has its stored sample, and no database is newer than the newest', async () => {
  const { indexedDB } = aPhone()
  const [outbox, cache] = [
    new OutboxDatabase('outbox', { indexedDB }),
    new CacheDatabase('cache', { indexedDB }),
  ]
  await outbox.open()
  await cache.open()

  const newest = Math.max(outbox.verno, cache.verno)

  expect(samples.toSorted()).toEqual(
    goldenVersions.map((version) => `version-${version}`).toSorted(),
  )
  expect(samples).toContain(`version-${newest}`)
  expect(outbox.verno).toBe(1)
})
