import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import 'fake-indexeddb/auto'
import { EmployeeId, EntryId } from '#domain/base/ids.ts'
import { aDraft, anEntry } from '../../support/an-entry.ts'
import { aDocument, build, storeOf } from '../../support/build-replica.ts'
import { aPhone, aProfile, aVouchingServer, codeOfAnne, enrol } from '../../support/test-vault.ts'
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
const phone = aPhone()
const vault = await phone.openVault()
const profile = aProfile()
profile.author.employeeId = EmployeeId.parse('0b6b1c52-6a86-4b68-9e3c-3b0a1d1c7a01')
const server = await aVouchingServer()
await enrol(vault, server, { profile, code: codeOfAnne })
const id = (last: string) => EntryId.parse(`0b6b1c52-6a86-4b68-9e3c-3b0a1d1c7a${last}`)
await build(
  await storeOf({ phone, vault }, server),
  [await aDocument('a', 1), await aDocument('b', 2)],
  { buckets: 1 },
)
await vault.entries.add(anEntry(profile.author.employeeId, aDraft('Signert', { id: id('02') })))
await vault.replicas.savePins()
await vault.drafts.save(aDraft('Halvferdig', { id: id('03') }))

await mkdir(folder, { recursive: true })
for (const name of ['outbox', 'cache']) {
  const stored = await storeDatabase(phone.indexedDB, name)
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(stored)}\n`)
}
