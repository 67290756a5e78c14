import { userEvent } from 'vitest/browser'
import { expect, test } from 'vitest'
import type { EmployeeListPreview } from '#app/online/account-calls.ts'
import { accepted } from '#domain/base/result.ts'
import { aSignInCode } from '../../../../support/an-organisation.ts'
import { axeFindings } from '../../../../support/axe.ts'
import { screenBench } from '../../../../support/screen-bench.tsx'

const preview: EmployeeListPreview = {
  kind: 'preview',
  preview: 'p',
  rows: [
    {
      line: 2,
      name: 'Nina Bakken',
      username: 'nina.bakken',
      title: 'Sykepleier',
      role: 'nurse',
      zones: ['Nord 2'],
      outcome: { kind: 'new' },
    },
    {
      line: 3,
      name: 'Per Li',
      username: '',
      title: '',
      role: null,
      zones: [],
      outcome: { kind: 'unclear', reason: { kind: 'unknownRole', text: 'Ordfører' } },
    },
  ],
  newPlaces: { sections: [], zones: [{ section: 'Nord', name: 'Nord 2' }] },
  unread: ['Lønn'],
}

test('what is unclear is told, new zones are asked about, and the codes come at the end', async () => {
  const taken: unknown[] = []
  const bench = await screenBench({
    role: 'administrator',
    api: {
      previewEmployeeList: () => Promise.resolve(accepted(preview)),
      takeEmployeeList(query) {
        taken.push(query)
        return Promise.resolve(accepted({ kind: 'taken', codes: [aSignInCode()] } as const))
      },
    },
  })
  await bench.enrol()
  const screen = await bench.draw('/ansatte/liste')
  expect(await axeFindings()).toEqual([])
  await userEvent.upload(
    screen.getByLabelText('Fil med ansatte'),
    new File(['Navn;Sone'], 'ansatte.csv', { type: 'text/csv' }),
  )
  await screen.getByRole('button', { name: 'Se over' }).click()

  await expect.element(screen.getByText(/^Kjenner ikke rollen «Ordfører»/)).toBeVisible()
  await expect.element(screen.getByText('Ja, med engangskode')).toBeVisible()
  const take = screen.getByRole('button', { name: 'Lag 1 konto og engangskoder' })
  await expect.element(take).toBeDisabled()
  expect(await axeFindings()).toEqual([])
  await screen.getByRole('checkbox', { name: 'Navnene er riktige' }).click()
  await take.click()

  await expect.element(screen.getByText('1 konto er laget')).toBeVisible()
  await expect.element(screen.getByText('7Q2M-K0V9-XHAB')).toBeVisible()
  expect(taken).toEqual([{ fileName: 'ansatte.csv', preview: 'p', acceptNewPlaces: 'yes' }])
})
