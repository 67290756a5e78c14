import { expect, test } from 'vitest'
import { accepted, refused } from '#domain/base/result.ts'
import { aPreview, takenRun } from '../../../../support/an-import.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { openPreview } from '../../../../support/open-import.tsx'

const question = {
  newZones: [{ zone: 'Nord 9', people: 3 }],
  shrink: [{ zone: 'Nord 2', gone: 40, before: 67 }],
}

/** All that a preview can tell. */
const eventful = aPreview({
  gone: 2,
  unreadable: [{ line: 17, reason: { kind: 'torn', cells: 2, columns: 5 }, excerpt: '70399;Avb' }],
  warnings: [{ line: 9, warning: { kind: 'birthDate', value: '31.02.1940' } }],
  changes: [
    {
      patient: { family: 'Gravdal', given: 'Åshild' },
      fields: [
        { field: 'phone', before: null, after: '900 00 701' },
        { field: 'livesAlone', before: false, after: true },
      ],
    },
    {
      patient: { family: 'Vik', given: 'Pål' },
      fields: [{ field: 'address', before: ['Lågenveien 3', '3210 Sandefjord'], after: null }],
    },
  ],
  gonePeople: [{ zone: null, people: [{ family: 'Lie', given: 'Berit' }] }],
  addedPeople: [{ zone: 'Nord 1', people: [{ family: 'Moe', given: 'Even' }] }],
})

test('axe finds nothing on a preview with everything in it', async () => {
  const { bench } = await openPreview({ ...eventful, questions: question })

  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('what was read stands on top: the file, its format and that nothing is changed yet', async () => {
  const { screen } = await openPreview(eventful)

  await expect
    .element(screen.getByText('uke48.csv · 14 rader lest. Ingenting er endret ennå.'))
    .toBeVisible()
})

test('what could not be read comes first, with its line, its reason and what to do', async () => {
  const { screen } = await openPreview(eventful)

  const regions = screen.getByRole('region').elements()

  const names = regions.map((region) => region.getAttribute('aria-label'))
  expect(names).toEqual([
    'Kunne ikke leses – disse kommer ikke med',
    'Verdt å sjekke',
    'Endret',
    'Ute av listen',
    'Nye',
  ])
  expect(regions.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining(
      'Linje 17Linjen er avbrutt etter 2 av 5 kolonner70399;AvbFilen er trolig kuttet.',
    ),
    expect.stringContaining('Linje 9Fødselsdatoen «31.02.1940» lar seg ikke lese'),
    expect.stringContaining(
      'Gravdal, ÅshildTelefon–900 00 701Gravdal, ÅshildBor aleneNeiJaVik, PålAdresseLågenveien 3, 3210 Sandefjord–',
    ),
    expect.stringContaining('Lie, BeritUten sone'),
    expect.stringContaining('Moe, EvenNord 1'),
  ])
})

test('a list that nothing is said of has no empty parts', async () => {
  const { screen } = await openPreview(aPreview())

  expect(screen.getByRole('region').elements()).toEqual([])
})

test('what the list makes of what was signed since is said before it is taken in, and after, with the way to decide', async () => {
  const sinceList = { confirmed: 30, contradicted: 5, left: 4 }
  const { screen } = await openPreview(aPreview({ sinceList }), {
    takeImport: () =>
      Promise.resolve(
        accepted({
          kind: 'taken',
          run: takenRun,
          people: 12,
          added: 1,
          changed: 2,
          gone: 0,
          sinceList,
        }),
      ),
  })
  const text = 'Endringer siden lista: 30 bekreftes, 5 stemmer ikke med lista, 4 står fortsatt'
  await expect.element(screen.getByText(text)).toBeVisible()

  await screen.getByRole('button', { name: 'Ta inn 12 brukere' }).click()

  await expect.element(screen.getByText(text)).toBeVisible()
  await expect
    .element(screen.getByRole('link', { name: 'Endringer som ikke stemmer med lista' }))
    .toHaveAttribute('href', '/endringer')
})

test('of a long part the top stands first, and the rest when it is asked for', async () => {
  const addedPeople = [
    {
      zone: 'Nord 2',
      people: Array.from({ length: 51 }, (_, n) => ({ family: `Ny ${n}`, given: '' })),
    },
  ]
  const { screen } = await openPreview(aPreview({ addedPeople }))
  const rows = screen.getByRole('region', { name: 'Nye' }).getByRole('listitem')
  const before = rows.elements().length

  await screen.getByRole('button', { name: '… og 1 til' }).click()

  await expect.element(screen.getByText('Ny 50')).toBeVisible()
  expect([before, rows.elements().length]).toEqual([50, 51])
})

test('nothing is taken in before every question is answered yes', async () => {
  const { screen, taken } = await openPreview(aPreview({ questions: question }))
  const take = screen.getByRole('button', { name: 'Ta inn 12 brukere' })
  await expect.element(take).toBeDisabled()
  await expect.element(screen.getByText('Svar på spørsmålene over først.')).toBeVisible()

  await screen.getByRole('radio', { name: 'Ja, lag Nord 9 som ny sone' }).click()
  await expect.element(take).toBeDisabled()
  await screen.getByRole('checkbox', { name: 'Ja, 40 brukere skal ut av listen' }).click()
  await take.click()

  await expect.element(screen.getByText('12 brukere er tatt inn')).toBeVisible()
  expect(taken).toEqual([
    {
      section: 'nord',
      fileName: 'uke48.csv',
      preview: 'the file as it was read',
      acceptNewZones: 'yes',
      acceptShrink: 'yes',
    },
  ])
})

test.each([
  ['a zone that nobody knew', { ...question, shrink: [] }, 'radio' as const, /^Ja, lag Nord 9/],
  [
    'a list that shrinks',
    { ...question, newZones: [] },
    'checkbox' as const,
    /^Ja, 40 brukere skal ut/,
  ],
])('%s is asked about by itself', async (_, questions, role, yes) => {
  const { screen } = await openPreview(aPreview({ questions }))
  await expect.element(screen.getByRole('button', { name: 'Ta inn 12 brukere' })).toBeDisabled()

  await screen.getByRole(role, { name: yes }).click()

  await expect.element(screen.getByRole('button', { name: 'Ta inn 12 brukere' })).toBeEnabled()
})

test('warnings of one kind are one line with a count, which opens; what was merged and skipped is said', async () => {
  const { bench, screen } = await openPreview(
    aPreview({
      merged: 2,
      mergedPeople: [{ patient: { family: 'Vik', given: 'Pål' }, lines: [4, 9, 12] }],
      skipped: [{ line: 30, reason: { kind: 'footer' }, excerpt: 'Side 1 av 2' }],
      warnings: [
        { line: 3, warning: { kind: 'leadingZero' } },
        { line: 5, warning: { kind: 'birthDate', value: '31.02.1940' } },
        { line: 7, warning: { kind: 'leadingZero' } },
      ],
    }),
  )
  const warnings = screen.getByRole('region', { name: 'Verdt å sjekke' })
  await expect.element(warnings.getByText('Linje 5')).toBeVisible()
  await expect.element(warnings.getByText('Linje 3')).not.toBeVisible()

  await warnings.getByText('Fødselsnummer der nullen foran er satt inn').click()
  await screen.getByText('Vis 1 rad').click()

  await expect.element(warnings.getByText('Linje 7')).toBeVisible()
  await expect.element(screen.getByText('Linje 4, 9 og 12')).toBeVisible()
  await expect.element(screen.getByText(/^2 rader hører til noen/)).toBeVisible()
  await expect.element(screen.getByText('Side 1 av 2')).toBeVisible()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('a yes that is taken back is no yes', async () => {
  const { screen } = await openPreview(aPreview({ questions: { ...question, newZones: [] } }))
  const yes = screen.getByRole('checkbox', { name: 'Ja, 40 brukere skal ut av listen' })
  await yes.click()
  await expect.element(screen.getByRole('button', { name: 'Ta inn 12 brukere' })).toBeEnabled()

  await yes.click()

  await expect.element(screen.getByRole('button', { name: 'Ta inn 12 brukere' })).toBeDisabled()
})

test('of a list that asks nothing no yes is sent along', async () => {
  const { screen, taken } = await openPreview(aPreview())

  await screen.getByRole('button', { name: 'Ta inn 12 brukere' }).click()

  await expect.element(screen.getByText('12 brukere er tatt inn')).toBeVisible()
  expect(taken).toEqual([
    { section: 'nord', fileName: 'uke48.csv', preview: 'the file as it was read' },
  ])
})

test.each([
  [
    'a lost answer',
    () => Promise.resolve(refused({ kind: 'unreachable' } as const)),
    /^Fikk ikke svar fra Beredt\. Listen kan være tatt inn likevel\./,
  ],
  [
    'a list that is another meanwhile',
    () =>
      Promise.resolve(
        accepted({
          kind: 'refused',
          refusal: { kind: 'changedMeanwhile' },
        } as const),
      ),
    'Listen er endret imens. Se over på nytt.',
  ],
])('%s is said, and what was read stands', async (...each) => {
  const [, takeImport, told] = each
  const { bench, screen } = await openPreview(eventful, { takeImport })

  await screen.getByRole('button', { name: 'Ta inn 12 brukere' }).click()

  await expect.element(screen.getByRole('alert')).toMatchTextContent(told)
  await expect.element(screen.getByRole('button', { name: 'Ta inn 12 brukere' })).toBeEnabled()
  await expect.element(screen.getByText(/^Linjen er avbrutt/)).toBeVisible()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('whoever cancels is back where a file is chosen, and nothing is taken in', async () => {
  const { screen, taken } = await openPreview(aPreview())

  await screen.getByRole('button', { name: 'Avbryt' }).click()

  await expect.element(screen.getByText('Ingen fil er valgt')).toBeVisible()
  expect(taken).toEqual([])
})
