import { expect, test } from 'vitest'
import { ListEntriesToCheckAnswer } from '#contract/list-entries-to-check.ts'
import { ZoneId } from '#domain/base/ids.ts'
import { FormReference } from '#domain/forms/form-reference.ts'
import { appendNote } from '../../support/append-note.ts'
import { rightsBench } from '../../support/rights-bench.ts'
import { type BenchDevice, enrolledDevice } from '../../support/sync-bench.ts'
import { anAccount, signIn, testServer } from '../../support/test-server.ts'
import { webCryptoOf } from '../../support/web-crypto.ts'

const bench = await testServer()
const { services, server } = bench
const crypto = webCryptoOf(services.keys.current())
await rightsBench(bench, crypto)
const north = ZoneId.parse('nord-2')
const south = ZoneId.parse('sor-1')
const nurseId = await anAccount(bench, { username: 'nurse', role: 'nurse', zones: [north] })
await anAccount(bench, { username: 'leader', role: 'sectionLeader', zones: [north] })
await anAccount(bench, { username: 'elsewhere', role: 'sectionLeader', zones: [south] })
await anAccount(bench, { username: 'shift', role: 'shiftLead', zones: [north] })

const form = FormReference.parse('prove@1')
const write = (phone: BenchDevice, of = form) =>
  appendNote(phone.outbox, crypto, { zone: north, form: of, now: bench.now() })

async function list(username: string) {
  const headers = await signIn(bench, username)
  const answer = await server.inject({ url: '/api/entries-to-check', headers })
  return answer.statusCode === 200
    ? ListEntriesToCheckAnswer.parse(answer.json())
    : answer.statusCode
}

async function causes(username: string): Promise<string[]> {
  const listed = await list(username)
  return typeof listed === 'number' ? [] : listed.entries.map(({ cause }) => cause).toSorted()
}

async function aPhone(): Promise<BenchDevice> {
  return enrolledDevice(server, await signIn(bench, 'nurse'), crypto)
}

test('what a copied phone, a broken signature and an unknown form left is told to the leader of the zone, and to nobody else', async () => {
  const copied = await aPhone()
  await write(copied)
  await copied.sync()
  // As the copy of the profile has it: the number is free.
  for (const [id, line] of copied.outbox.lines) copied.outbox.lines.set(id, { ...line, rows: [] })
  await write(copied)
  await expect(copied.sync()).rejects.toThrow('No device forks here')
  const unsigned = await aPhone()
  await write(unsigned)
  for (const [id, line] of unsigned.outbox.lines) {
    const rows = line.rows.map((row) => ({
      ...row,
      entry: { ...row.entry, authorSignature: null },
    }))
    unsigned.outbox.lines.set(id, { ...line, rows })
  }
  await unsigned.sync()
  const unread = await aPhone()
  const unreadId = await write(unread, FormReference.parse('ukjent@7'))
  await unread.sync()

  await expect
    .poll(() => causes('leader'), { timeout: 20_000 })
    .toEqual(['copied', 'unreadable', 'unsigned'])
  const listed = await list('leader')
  if (typeof listed === 'number') throw new Error(`Refused with ${listed}`)
  expect(listed.more).toBe(0)
  expect(listed.entries.find(({ entryId }) => entryId === unreadId)).toMatchObject({
    cause: 'unreadable',
    zone: north,
    form: 'ukjent@7',
    authorId: nurseId,
  })
  expect(JSON.stringify(listed)).not.toContain('ciphertext')
  expect(await causes('elsewhere')).toEqual([])
  expect(await list('shift')).toBe(403)
})
