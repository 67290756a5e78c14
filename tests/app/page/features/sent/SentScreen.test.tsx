import { expect, test } from 'vitest'
import { cardOpenedForm } from '#domain/entries/entry-content.ts'
import { EntryId, ZoneId } from '#domain/base/ids.ts'
import { screenBench } from '../../../../support/screen-bench.tsx'

test('every entry that is not received has its row, and older ones that are received are counted', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const { vault, queries } = bench.device.core()
  const reading = await queries.searchPatients('Somby', null)
  const [patient] = reading.kind === 'open' ? reading.value : []
  if (patient === undefined) throw new Error('The demo has nobody of that name.')
  bench.server.stop()
  for (let n = 0; n < 101; n++) {
    await vault.entries.add({
      entryId: EntryId.parse(crypto.randomUUID()),
      content: {
        kind: 'cardOpened',
        author: bench.profile.author,
        patientId: patient.id,
        openedAt: bench.services.clock.now(),
        revealed: null,
        reason: null,
      },
      form: cardOpenedForm,
      zone: ZoneId.parse('nord-2'),
      incident: null,
      world: 'real',
    })
  }
  const screen = await bench.draw('/sendt')
  await expect.element(screen.getByRole('listitem').getByText('Ikke sendt').first()).toBeVisible()
  const unsent = screen.getByRole('listitem').elements().length
  bench.server.start()

  await screen.getByRole('button', { name: 'Prøv å sende nå' }).click()

  await expect.element(screen.getByText('1 eldre er bekreftet')).toBeVisible()
  expect([unsent, screen.getByRole('listitem').elements().length]).toEqual([101, 100])
})
