import { expect, test } from 'vitest'
import type { Organisation } from '#app/online/account-calls.ts'
import type { Api } from '#app/online/api.ts'
import { accepted } from '#domain/base/result.ts'
import { anOrganisation } from '../../../../support/an-organisation.ts'
import { axeFindings } from '../../../../support/axe.ts'
import { monday, screenBench } from '../../../../support/screen-bench.tsx'

async function begin(organisation: Organisation | null) {
  const api: Partial<Api> =
    organisation === null ? {} : { readOrganisation: () => Promise.resolve(accepted(organisation)) }
  const bench = await screenBench({ role: 'administrator', api })
  await bench.enrol()
  return await bench.draw('/kom-i-gang')
}

test('an empty municipality begins with sections and zones', async () => {
  const screen = await begin(anOrganisation({ sections: [], accounts: 1, notSignedIn: 0 }))

  await expect
    .element(screen.getByRole('link', { name: 'Lag seksjoner og soner' }))
    .toHaveAttribute('href', '/seksjoner')
  await expect.element(screen.getByText('Neste')).toBeVisible()
  expect(await axeFindings()).toEqual([])
})

test('what is done is said, and who takes in the lists', async () => {
  const screen = await begin(anOrganisation())

  await expect.element(screen.getByText('1 seksjon, 1 sone.')).toBeVisible()
  await expect.element(screen.getByText('4 kontoer. 2 har ikke logget inn ennå.')).toBeVisible()
  await expect.element(screen.getByText('Nord: venter på Solveig Myhre.')).toBeVisible()
})

test('a section without a leader is named: nobody could take in its lists', async () => {
  const [section] = anOrganisation().sections
  const sections = section === undefined ? [] : [{ ...section, leaders: [] }]
  const screen = await begin(anOrganisation({ sections }))

  await expect.element(screen.getByText(/^Mangler seksjonsleder: Nord\./)).toBeVisible()
  await expect.element(screen.getByRole('link', { name: 'Legg inn ansatte' })).toBeVisible()
})

test('a municipality that has begun is told so', async () => {
  const [section] = anOrganisation().sections
  const sections = section === undefined ? [] : [{ ...section, listTakenAt: monday }]
  const screen = await begin(anOrganisation({ sections }))

  await expect.element(screen.getByText('Kommunen er i gang')).toBeVisible()
})

test('without network nothing is claimed', async () => {
  const screen = await begin(null)

  await expect.element(screen.getByText(/^Får ikke kontakt med serveren/)).toBeVisible()
  await expect.element(screen.getByText('Kommunen er i gang')).not.toBeInTheDocument()
})
