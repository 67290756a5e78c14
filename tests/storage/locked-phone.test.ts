import { expect, test } from 'vitest'
import { aDraft, anEntry } from '../support/an-entry.ts'
import { dumpDatabases, wordsFound } from '../support/dump-databases.ts'
import { aDelta, aDocument, at, build, critical, storeOf, upTo } from '../support/build-replica.ts'
import { aPhone, aProfile, aVouchingServer, codeOfAnne, enrol } from '../support/test-vault.ts'

const words = [
  'Solbakken',
  'Haugen',
  'Áddjá',
  'Bjørkeveien 12',
  '92345678',
  'Marevan',
  'blomsterpotte',
  'låste seg inne',
  'Jobbtelefon',
  codeOfAnne,
]

const server = await aVouchingServer()

async function aPhoneInUse() {
  const phone = aPhone()
  const profile = aProfile('Anne Solbakken')
  const { employeeId } = profile.author
  const vault = await phone.openVault()
  await enrol(vault, server, { profile })
  await enrol(vault, server, { profile: aProfile('Berit Haugen'), code: '271828' })
  await vault.access.unlock(employeeId, codeOfAnne)
  const body = { name: 'Áddjá Solbakken', street: 'Bjørkeveien 12', phone: '92345678' }
  const opened = await storeOf({ phone, vault }, server)
  await build(opened, [await aDocument('patient', 1, { ...body, medicine: 'Marevan' })])
  await vault.replicas.beginStaging(aDelta('half', 1, at(1)), [opened.me])
  await vault.replicas.stagePage({
    stream: critical,
    session: 'half',
    after: 1,
    documents: [await aDocument('key', 2, { key: 'under en blomsterpotte' })],
    ...upTo(2),
  })
  await vault.drafts.save(aDraft('Hun låste seg inne'))
  await vault.entries.add(anEntry(employeeId, aDraft('Hun låste seg inne igjen')))
  await vault.access.unlock(employeeId, '000001')
  await vault.access.lock()
  return phone
}

test('no name, address, number, medicine, code or typed word lies in the clear', async () => {
  const phone = await aPhoneInUse()

  const dump = await dumpDatabases(phone.indexedDB)

  expect(wordsFound(dump, words)).toEqual([])
  expect(wordsFound(dump, ['besoksnotat@1', critical])).toHaveLength(2)
})

test('the same search finds them all where they do lie in the clear', async () => {
  const phone = await aPhoneInUse()
  const planted = phone.cache()
  const bytes = new TextEncoder().encode(words.slice(0, 5).join(' '))
  await planted.settings.put({ id: 'reserve', bytes })
  await planted.settings.put({ id: 'canary', value: words.slice(5).join(' ') })

  const dump = await dumpDatabases(phone.indexedDB)

  expect(wordsFound(dump, words)).toEqual(words)
})
