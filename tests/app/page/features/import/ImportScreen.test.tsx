import { expect, test } from 'vitest'
import { type Api, maxImportMegabytes, type Session } from '#app/online/api.ts'
import { SectionId } from '#domain/base/ids.ts'
import { accepted, refused } from '#domain/base/result.ts'
import { aPreview, aWeekList, takenRun } from '../../../../support/an-import.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { openImport, readWeekList, takeWeekListIn } from '../../../../support/open-import.tsx'
import { screenBench } from '../../../../support/screen-bench.tsx'

const unreachable = () => Promise.resolve(refused({ kind: 'unreachable' } as const))
const offline = /^Får ikke kontakt med Beredt\. Ingenting er endret\./

const takes: Partial<Api> = {
  previewImport: () => Promise.resolve(accepted(aPreview())),
  takeImport: () =>
    Promise.resolve(
      accepted({ kind: 'taken', run: takenRun, people: 12, added: 1, changed: 2, gone: 0 }),
    ),
}

test('axe finds nothing while a file is chosen', async () => {
  const { bench, screen } = await openImport({})
  await expect.element(screen.getByRole('button', { name: 'Les filen' })).toBeVisible()

  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('nothing is read before a file is chosen', async () => {
  const asked: string[] = []
  const { screen } = await openImport({
    previewImport: ({ fileName }) => {
      asked.push(fileName)
      return unreachable()
    },
  })
  await expect.element(screen.getByText('Ingen fil er valgt')).toBeVisible()

  await screen.getByRole('button', { name: 'Les filen' }).click()

  await expect.element(screen.getByText('Velg en fil først.')).toBeVisible()
  expect(asked).toEqual([])
})

test('the chosen file is named, and read for the section that was chosen', async () => {
  const asked: object[] = []
  const { screen } = await openImport({
    readSession: async () => accepted(withSections(await aSession(), ['nord', 'sor'])),
    previewImport: (query) => {
      asked.push(query)
      return Promise.resolve(accepted(aPreview()))
    },
  })

  await screen.getByRole('radio', { name: 'Seksjon sor' }).click()
  await screen.getByLabelText('Fil fra EPJ').upload(aWeekList())
  await expect.element(screen.getByText('uke48.csv')).toBeVisible()
  await screen.getByRole('button', { name: 'Les filen' }).click()

  await expect.element(screen.getByRole('heading', { name: /^Se over/ })).toBeVisible()
  expect(asked).toEqual([{ section: 'sor', fileName: 'uke48.csv' }])
})

test('a file that is too large is refused before anything is sent', async () => {
  const asked: string[] = []
  const { screen } = await openImport({
    previewImport: ({ fileName }) => {
      asked.push(fileName)
      return unreachable()
    },
  })
  await expect.element(screen.getByLabelText('Fil fra EPJ')).toBeInTheDocument()
  const files = new DataTransfer()
  const bytes = new Uint8Array(maxImportMegabytes * 1024 * 1024 + 1)
  files.items.add(new File([bytes], 'alle.csv'))
  const input = screen.getByLabelText('Fil fra EPJ').element()
  if (input instanceof HTMLInputElement) input.files = files.files

  await screen.getByRole('button', { name: 'Les filen' }).click()

  const told = `Filen er større enn ${maxImportMegabytes} MB.`
  await expect.element(screen.getByRole('alert')).toMatchTextContent(told)
  expect(asked).toEqual([])
})

test.each([
  ['no network', unreachable, offline],
  [
    'a file that is no list',
    () =>
      Promise.resolve(
        accepted({
          kind: 'refused',
          refusal: { kind: 'noTable' },
        } as const),
      ),
    'Fant ingen overskriftslinje med navn og minst én kjent kolonne til.',
  ],
  [
    'an employee who may not',
    () => Promise.resolve(refused({ kind: 'notAllowed', text: 'Bare leder kan ta inn.' } as const)),
    'Bare leder kan ta inn.',
  ],
])('%s is said where the file was chosen, and the file can be read again', async (...each) => {
  const [, previewImport, told] = each
  const { screen } = await openImport({ previewImport })

  await readWeekList(screen)

  await expect.element(screen.getByRole('alert')).toMatchTextContent(told)
  await expect.element(screen.getByText('uke48.csv')).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Les filen' })).toBeEnabled()
})

test('whoever is not signed in is shown where to, and no file is asked for', async () => {
  const { bench, screen } = await openImport({ readSession: unreachable })

  await expect.element(screen.getByText('Logg inn for å ta inn lister')).toBeVisible()
  await expect
    .element(screen.getByRole('link', { name: 'Logg inn' }))
    .toHaveAttribute('href', '/logg-inn?til=ukens-lister')
  expect(screen.getByRole('button', { name: 'Les filen' }).query()).toBeNull()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('a list that is taken in says so, and can be taken out again', async () => {
  const { bench, screen } = await openImport({
    ...takes,
    restoreImport: () =>
      Promise.resolve(accepted({ kind: 'restored', fileName: 'uke48.csv', people: 11 })),
  })
  await takeWeekListIn(screen)
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])

  await screen.getByRole('button', { name: 'Hent tilbake forrige uke' }).click()

  const told = screen.getByText('Forrige liste er hentet tilbake, 11 brukere')
  await expect.element(told).toBeVisible()
  await expect.element(screen.getByText('«uke48.csv» er tatt ut igjen.')).toBeVisible()
  expect(screen.getByText('12 brukere er tatt inn').query()).toBeNull()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('a second press while the week before is fetched back sends nothing more', async () => {
  const asked: string[] = []
  const { screen } = await openImport({
    ...takes,
    restoreImport: ({ section }) => {
      asked.push(section)
      return new Promise(() => {})
    },
  })
  await takeWeekListIn(screen)
  const button = screen.getByRole('button', { name: 'Hent tilbake forrige uke' })

  await button.dblClick({ force: true })

  expect(asked).toEqual(['nord'])
})

test('a lost answer is followed by the same request, which names the import that it undoes', async () => {
  const asked: object[] = []
  const { screen } = await openImport({
    ...takes,
    restoreImport: (message) => {
      asked.push(message)
      return asked.length === 1
        ? unreachable()
        : Promise.resolve(accepted({ kind: 'restored', fileName: 'uke48.csv', people: 11 }))
    },
  })
  await takeWeekListIn(screen)
  const button = screen.getByRole('button', { name: 'Hent tilbake forrige uke' })
  await button.click()
  await expect.element(screen.getByText(/aldri mer enn én uke tilbake/)).toBeVisible()

  await button.click()

  await expect.element(screen.getByText(/^Forrige liste er hentet tilbake/)).toBeVisible()
  const message = { section: 'nord', run: takenRun }
  expect(asked).toEqual([message, message])
})

test.each([
  ['no answer', unreachable, /^Fikk ikke svar fra Beredt\. Forrige uke kan være hentet tilbake/],
  [
    'a server that refuses',
    () =>
      Promise.resolve(
        accepted({ kind: 'refused', refusal: { kind: 'nothingToRestore' } } as const),
      ),
    'Det er ingen tidligere liste å hente tilbake.',
  ],
  [
    'a newer list',
    () => Promise.resolve(accepted({ kind: 'refused', refusal: { kind: 'newerImport' } } as const)),
    /^Det er tatt inn en nyere liste etter denne.*ta inn riktig fil på nytt\.$/,
  ],
])('%s leaves the way back to last week where it was', async (...each) => {
  const [, restoreImport, told] = each
  const { screen } = await openImport({ ...takes, restoreImport })
  await takeWeekListIn(screen)

  await screen.getByRole('button', { name: 'Hent tilbake forrige uke' }).click()

  await expect.element(screen.getByRole('alert').filter({ hasText: told })).toBeVisible()
  await expect.element(screen.getByText('12 brukere er tatt inn')).toBeVisible()
  const again = screen.getByRole('button', { name: 'Hent tilbake forrige uke' })
  await expect.element(again).toBeEnabled()
})

test('the zones that a list made are named when it is in', async () => {
  const { screen } = await openImport({
    ...takes,
    takeImport: () =>
      Promise.resolve(
        accepted({
          kind: 'taken',
          run: takenRun,
          people: 12,
          added: 1,
          changed: 2,
          gone: 0,
          newZones: [{ zone: 'Nord 9', people: 3, holders: 4 }],
        }),
      ),
  })

  await takeWeekListIn(screen)

  await expect
    .element(screen.getByText('Ny sone: Nord 9, 3 brukere. 4 ansatte har den.'))
    .toBeVisible()
})

async function aSession(): Promise<Session> {
  return (await screenBench({ role: 'sectionLeader' })).session
}

function withSections(session: Session, ids: readonly string[]): Session {
  const sections = ids.map((id) => ({ id: SectionId.parse(id), name: `Seksjon ${id}` }))
  return { ...session, sections }
}
