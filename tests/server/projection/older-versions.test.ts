import { expect, test } from 'vitest'
import { routes } from '#contract/routes.ts'
import { Note } from '#domain/entries/note.ts'
import { nextVersionDraft } from '#domain/form-versions/form-draft.ts'
import { ZoneId } from '#domain/base/ids.ts'
import { aForm } from '../../support/a-form.ts'
import { rightsBench } from '../../support/rights-bench.ts'
import { enrolledDevice } from '../../support/sync-bench.ts'
import { anAccount, signIn, testServer, testZones } from '../../support/test-server.ts'
import { webCryptoOf } from '../../support/web-crypto.ts'

const bench = await testServer()
const { services, server } = bench
const crypto = webCryptoOf(services.keys.current())
const rights = await rightsBench(bench, crypto)
const zone = ZoneId.parse('nord-2')
const patientId = await rights.aPatient(zone)
await anAccount(bench, { username: 'leader', role: 'sectionLeader', zones: testZones })
await anAccount(bench, { username: 'nurse', role: 'nurse', zones: [zone] })
const headers = await signIn(bench, 'leader')

async function send(name: 'publishForm' | 'setFormUse', payload: object): Promise<number> {
  const { method, path: url } = routes[name]
  return (await server.inject({ method, url, headers, payload })).statusCode
}

test('what was written in version 1 is taken in as such after version 2, and when the form is out of use', async () => {
  const phone = await enrolledDevice(server, await signIn(bench, 'nurse'), crypto)
  await phone.sync()
  const written = await rights.append(phone, { zone, patientId, text: 'Ustø i gangen' })
  // A version that asks nothing of what version 1 asked, and something that must be answered.
  const required = { linkId: 'new', type: 'string', text: 'Noe annet?', required: true }
  const { form } = nextVersionDraft(aForm([required], { title: 'Prøve 2' }))
  const issued = await send('publishForm', { form, before: '1' })
  const retired = await send('setFormUse', { form: 'prove', isInUse: false })

  await phone.sync('locked')
  await rights.project()

  const note = await rights.journal(zone, written)
  expect([issued, retired]).toEqual([200, 200])
  expect(await rights.outcome(written)).toBe('applied')
  expect(Note.parse(note?.body)).toMatchObject({ form: 'prove@1' })
  expect(JSON.stringify(note?.body)).toContain('Ustø i gangen')
})
