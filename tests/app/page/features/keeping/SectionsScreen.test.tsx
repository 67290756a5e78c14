import { expect, test } from 'vitest'
import { accepted } from '#domain/base/result.ts'
import { anOrganisation } from '../../../../support/an-organisation.ts'
import { axeFindings } from '../../../../support/axe.ts'
import { screenBench } from '../../../../support/screen-bench.tsx'

test('a zone is made in its section, and one that holds patients stays in use', async () => {
  const saved: unknown[] = []
  const bench = await screenBench({
    role: 'administrator',
    api: {
      readOrganisation: () => Promise.resolve(accepted(anOrganisation())),
      saveZone(message) {
        saved.push(message)
        return Promise.resolve(accepted(anOrganisation()))
      },
      setZoneUse: () =>
        Promise.resolve(
          accepted({
            kind: 'refused',
            refusal: { kind: 'zoneHolds', patients: 12, notes: 1, waiting: 0 },
          } as const),
        ),
    },
  })
  await bench.enrol()
  const screen = await bench.draw('/seksjoner')
  await expect.element(screen.getByText('3 ansatte')).toBeVisible()
  expect(await axeFindings()).toEqual([])

  await screen.getByLabelText('Ny sone i Nord').fill('Nord 3')
  await screen.getByRole('button', { name: 'Legg til sone' }).click()
  await expect.poll(() => saved).toEqual([{ id: null, section: 'nord', name: 'Nord 3' }])

  await screen.getByRole('button', { name: 'Ta ut av bruk: Nord 2' }).click()
  expect(await axeFindings()).toEqual([])
  await screen.getByRole('button', { name: 'Ja, ta den ut av bruk' }).click()
  await expect.element(screen.getByText(/I den ligger 12 brukere, 1 notat/)).toBeVisible()
})
