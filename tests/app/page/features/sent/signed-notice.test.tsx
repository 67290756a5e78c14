import { expect, test } from 'vitest'
import { besoksnotat } from '#content/forms/besoksnotat.ts'
import { EntryId, ZoneId } from '#domain/base/ids.ts'
import { formReferenceOf } from '#domain/forms/form-reference.ts'
import { responseOf } from '#domain/forms/response-layout.ts'
import { screenBench } from '../../../../support/screen-bench.tsx'

test('after she has signed, one press leads back to whom it is about', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const { vault, queries } = bench.device.core()
  const reading = await queries.searchPatients('Somby', null)
  const [patient] = reading.kind === 'open' ? reading.value : []
  if (patient === undefined) throw new Error('The demo has nobody of that name.')
  const now = bench.services.clock.now()
  const added = await vault.entries.add({
    entryId: EntryId.parse(crypto.randomUUID()),
    content: {
      kind: 'form',
      author: bench.profile.author,
      patientId: patient.id,
      eventAt: now,
      writtenAt: now,
      corrects: null,
      response: responseOf(besoksnotat, {}, 'completed'),
    },
    form: formReferenceOf(besoksnotat),
    zone: ZoneId.parse('nord-2'),
    incident: null,
    world: 'real',
  })
  expect(added.ok).toBe(true)

  const screen = await bench.draw('/sendt?signert=ja')
  await screen.getByRole('link', { name: /^Til Somby/ }).click()

  await expect.element(screen.getByRole('heading', { level: 1, name: /^Somby/ })).toBeVisible()
})
