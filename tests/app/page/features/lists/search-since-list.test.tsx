import { expect, test } from 'vitest'
import { documentOf } from '#domain/documents/document-of.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { anAmendment, anEntryId } from '../../../../support/an-amendment.ts'
import { screenBench } from '../../../../support/screen-bench.tsx'

test('a patient is found by where she has moved and by a new next of kin, as soon as the phone knows', async () => {
  const bench = await screenBench()
  await bench.enrol()
  const reading = await bench.device.core().queries.searchPatients('Somby', null)
  const [patient] = reading.kind === 'open' ? reading.value : []
  if (patient === undefined) throw new Error('Nobody called Somby')
  const screen = await bench.draw('/lister')
  const search = screen.getByRole('searchbox', { name: 'Søk etter bruker' })
  await search.fill('Sjøgata 14')
  await expect.element(screen.getByText(/^Ingen/).first()).toBeVisible()

  const about = { patientId: patient.id, zone: patient.zone }
  await bench.server.write(StreamId.parse('demo/real/nord-2/critical'), [
    {
      kind: 'put',
      ...documentOf(
        'amendment',
        anAmendment({ ...about, body: { kind: 'moved', address: 'Sjøgata 14, 900 11 223' } }),
      ),
    },
    {
      kind: 'put',
      ...documentOf(
        'amendment',
        anAmendment({
          ...about,
          entryId: anEntryId(2),
          body: { kind: 'nextOfKin', name: 'Qvarfordt, Elin', relation: 'Datter', phone: null },
        }),
      ),
    },
  ])
  await bench.device.core().syncNow()

  for (const typed of ['Sjøgata 14', '90011223', 'qvarfordt']) {
    await search.fill(typed)
    await expect.element(screen.getByRole('link', { name: /^Somby, Máret/ })).toBeVisible()
  }
})
