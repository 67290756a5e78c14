import { expect, test } from 'vitest'
import { accepted } from '#domain/base/result.ts'
import { aPreview } from '../../../../support/an-import.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { openPreview } from '../../../../support/open-import.tsx'

const twoZones = {
  newZones: [
    {
      zone: 'Nordd 2',
      people: 3,
      listedAs: ['Nordd 2'],
      holders: [
        { name: 'Liv Moe', role: 'sectionLeader' as const },
        { name: 'Anne Dahl', role: 'nurse' as const },
      ],
    },
    {
      zone: 'Nord 9',
      people: 8,
      listedAs: ['Nord 9'],
      holders: [{ name: 'Liv Moe', role: 'sectionLeader' as const }],
    },
  ],
  shrink: [],
}

test('new zones are asked about one by one, and each says who will have it', async () => {
  const { screen } = await openPreview(aPreview({ questions: twoZones }))
  const take = screen.getByRole('button', { name: 'Ta inn 12 brukere' })

  await expect.element(screen.getByText('Liv Moe og Anne Dahl får sonen.')).toBeVisible()
  await expect.element(screen.getByText(/^Bare Liv Moe får sonen\. Andre ansatte/)).toBeVisible()
  await screen.getByRole('radio', { name: 'Ja, lag Nordd 2 som ny sone' }).click()
  await expect.element(take).toBeDisabled()
  await screen.getByRole('radio', { name: 'Ja, lag Nord 9 som ny sone' }).click()

  await expect.element(take).toBeEnabled()
})

test('a zone that is laid under another, or put right, is read anew and can be undone', async () => {
  const asked: object[] = []
  const { bench, screen, taken } = await openPreview(aPreview({ questions: twoZones }), {
    previewImport: (query) => {
      asked.push(query)
      const placements = query.zones ?? ''
      const newZones = twoZones.newZones
        .filter(({ zone }) => !(zone === 'Nordd 2' && placements.includes('existing')))
        .map((one) =>
          one.zone === 'Nord 9' && placements.includes('Nord 19')
            ? { ...one, zone: 'Nord 19' }
            : one,
        )
      return Promise.resolve(accepted(aPreview({ questions: { newZones, shrink: [] } })))
    },
  })
  const first = screen.getByRole('region', { name: 'Ny sone: Nordd 2' })
  await first.getByRole('radio', { name: 'Legg under en sone vi har' }).click()
  await first.getByLabelText('Sonen de hører til').selectOptions('nord-2')
  await expect.element(screen.getByText(/^Nordd 2 i filen er lagt under Nord 2\./)).toBeVisible()
  const second = screen.getByRole('region', { name: 'Ny sone: Nord 9' })
  await second.getByRole('radio', { name: 'Rett navnet' }).click()
  await second.getByLabelText('Riktig navn på sonen').fill('Nord 19')
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
  await second.getByRole('button', { name: 'Bruk dette navnet' }).click()

  await screen.getByRole('button', { name: 'Ta inn 12 brukere' }).click()
  await expect.element(screen.getByText('12 brukere er tatt inn')).toBeVisible()

  const placements = [
    { listed: 'Nordd 2', place: { kind: 'existing', zone: 'nord-2' } },
    { listed: 'Nord 9', place: { kind: 'named', name: 'Nord 19' } },
  ]
  const file = { section: 'nord', fileName: 'uke48.csv' }
  expect(asked).toEqual([
    file,
    { ...file, zones: JSON.stringify(placements.slice(0, 1)) },
    { ...file, zones: JSON.stringify(placements) },
  ])
  expect(taken).toMatchObject([{ zones: JSON.stringify(placements), acceptNewZones: 'yes' }])
})

test('a column of health facts stops the list until somebody says what it is', async () => {
  const saved: object[] = []
  const column = {
    heading: 'Alle må vite',
    about: 'healthFacts' as const,
    filled: 40,
    samples: ['Penicillin', 'Latex'],
  }
  const { bench, screen } = await openPreview(
    aPreview({ questions: { newZones: [], shrink: [], columns: [column] } }),
    {
      previewImport: () =>
        Promise.resolve(
          accepted(
            saved.length === 0
              ? aPreview({ questions: { newZones: [], shrink: [], columns: [column] } })
              : aPreview({
                  questions: { newZones: [], shrink: [], columns: [] },
                  columnAnswers: [{ heading: 'Alle må vite', column: 'cave' }],
                }),
          ),
        ),
      saveColumnAnswer: (answer) => {
        saved.push(answer)
        return Promise.resolve(accepted(answer))
      },
    },
  )
  await expect.element(screen.getByText(/«Penicillin», «Latex»/)).toBeVisible()
  await expect.element(screen.getByRole('button', { name: /^Ta inn/ })).toBeDisabled()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])

  await screen.getByRole('radio', { name: 'CAVE og allergi' }).click()
  await screen.getByRole('button', { name: 'Lagre svaret og les filen på nytt' }).click()

  await expect.element(screen.getByText(/leses slik det er svart før: CAVE/)).toBeVisible()
  await expect.element(screen.getByRole('button', { name: /^Ta inn/ })).toBeEnabled()
  expect(saved).toEqual([{ section: 'nord', heading: 'Alle må vite', column: 'cave' }])
})

test('what was said of a column before is shown, and can be said anew', async () => {
  const saved: object[] = []
  const { bench, screen } = await openPreview(
    aPreview({ columnAnswers: [{ heading: 'Alle må vite', column: 'ignored' }] }),
    {
      saveColumnAnswer: (answer) => {
        saved.push(answer)
        return Promise.resolve(accepted(answer))
      },
    },
  )
  await expect.element(screen.getByText(/svart før: Ingen av dem/)).toBeVisible()
  await expect.element(screen.getByRole('button', { name: /^Ta inn/ })).toBeEnabled()

  await screen.getByRole('button', { name: 'Endre for Alle må vite' }).click()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
  await screen.getByRole('radio', { name: 'Smitte' }).click()
  await screen.getByRole('button', { name: 'Lagre svaret og les filen på nytt' }).click()

  await expect.element(screen.getByRole('button', { name: 'Endre for Alle må vite' })).toBeVisible()
  expect(saved).toEqual([{ section: 'nord', heading: 'Alle må vite', column: 'infection' }])
})
