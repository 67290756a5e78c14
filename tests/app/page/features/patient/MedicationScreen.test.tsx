import { expect, test } from 'vitest'
import { StoredDetails } from '#domain/documents/aged-documents.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { type ScreenBench, screenBench } from '../../../../support/screen-bench.tsx'

const details = StreamId.parse('demo/real/nord-2/details')

async function sombysPath(bench: ScreenBench): Promise<string> {
  const reading = await bench.device.core().queries.searchPatients('Somby', null)
  const [found] = reading.kind === 'open' ? reading.value : []
  if (found === undefined) throw new Error('Nobody called Somby')
  return `/bruker/${found.id}/legemiddelark`
}

/** Her sheet as the demo has it, but for what the test is about. */
async function changeSheet(
  { server }: ScreenBench,
  path: string,
  change: (sheet: StoredDetails) => Partial<StoredDetails>,
): Promise<void> {
  const [, , patientId] = path.split('/')
  const found = server.demo
    .flatMap(({ documents }) => documents)
    .find(({ docId, schema }) => docId === patientId && schema.startsWith('patientDetails@'))
  const sheet = StoredDetails.parse(found?.body)
  const body = { ...sheet, ...change(sheet) }
  await server.write(details, [{ kind: 'put', ...documentOf('patientDetails', body) }])
}

async function openSheet(change?: (sheet: StoredDetails) => Partial<StoredDetails>) {
  const bench = await screenBench()
  await bench.enrol()
  const path = await sombysPath(bench)
  if (change !== undefined) {
    await changeSheet(bench, path, change)
    await bench.device.core().syncNow()
  }
  const screen = await bench.draw(path)
  await expect.element(screen.getByText('CAVE: penicillin')).toBeVisible()
  return { bench, screen }
}

test('axe finds nothing, with a stopped medicine on an old sheet too', async () => {
  const { bench, screen } = await openSheet(stopFirst)
  bench.passMinutes(8 * 24 * 60)
  await screen.unmount()
  const old = await bench.draw(await sombysPath(bench))
  await expect.element(old.getByText(/^Arket er fra 23\.11\./)).toBeVisible()

  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('a stopped medicine stands with the day it was stopped, and is never left out', async () => {
  const { screen } = await openSheet(stopFirst)

  const stopped = screen.getByRole('listitem').filter({ hasText: /seponert/ })

  await expect.element(stopped).toMatchTextContent('seponert 20.11.')
})

test('what must not wait stands first among its kind', async () => {
  const { screen } = await openSheet(({ medications: [one] }) => ({
    medications:
      one === undefined
        ? []
        : [
            { ...one, name: 'Kan vente', kind: 'regular', timeCritical: false },
            { ...one, name: 'Kan ikke vente', kind: 'regular', timeCritical: true },
          ],
  }))

  const regular = screen.getByRole('region', { name: 'Faste' }).getByRole('listitem')

  await expect.element(regular.first()).toMatchTextContent(/^Kan ikke vente.*Tidskritisk/)
  await expect.element(regular.last()).toMatchTextContent(/^Kan vente/)
})

test('an empty sheet says to look elsewhere before anything is given', async () => {
  const { screen } = await openSheet(() => ({ medications: [], medicationsReviewedOn: null }))

  await expect.element(screen.getByText('Ingen legemidler på arket')).toBeVisible()
  await expect.element(screen.getByText(/^Dato for gjennomgang er ikke registrert/)).toBeVisible()
})

test('a sheet that has not come says so, and is not called empty', async () => {
  const bench = await screenBench({ classes: ['critical'] })
  await bench.enrol()
  const screen = await bench.draw(await sombysPath(bench))

  await expect.element(screen.getByText('Hovedkortet er ikke hentet ennå')).toBeVisible()
  expect(screen.getByText('Ingen legemidler på arket').query()).toBeNull()
})

function stopFirst({ medications: [first, ...others] }: StoredDetails): Partial<StoredDetails> {
  const stopped = StoredDetails.shape.medications.parse(
    first === undefined ? [] : [{ ...first, stoppedOn: '2026-11-20' }],
  )
  return { medications: [...stopped, ...others] }
}
