import { expect, test } from 'vitest'
import { type ScreenBench, screenBench } from '../../../support/screen-bench.tsx'

const code = '280461'

async function aLeader(): Promise<ScreenBench> {
  const bench = await screenBench({ role: 'sectionLeader' })
  await bench.enrol()
  bench.server.stop()
  return bench
}

type Drawn = Awaited<ReturnType<ScreenBench['draw']>>

/** Nothing of the page is left after the lock but what is on the disk. */
async function afterALock(bench: ScreenBench, screen: Drawn, path: string): Promise<Drawn> {
  await bench.device.lock()
  await screen.unmount()
  await bench.device.core().vault.unlock(bench.profile.author.employeeId, code)
  bench.device.changed(bench.employeeId)
  return bench.draw(path)
}

/** Starts an incident, and goes to where it is changed. */
async function change(bench: ScreenBench) {
  const screen = await bench.draw('/hva-virker-ikke')
  await screen.getByRole('checkbox', { name: 'Strøm' }).click()
  await screen.getByRole('button', { name: 'Start strøm' }).click()
  const link = screen.getByRole('link', { name: 'Endre' })
  await expect.element(link).toBeVisible()
  const path = link.element().getAttribute('href') ?? ''
  await link.click()
  await expect.element(screen.getByLabelText(/Et ord om hvorfor/)).toBeVisible()
  return { screen, path }
}

test('a word and a time that were typed stand there after a lock, and in no list of drafts', async () => {
  const bench = await aLeader()
  const { screen, path } = await change(bench)
  await screen.getByLabelText(/Et ord om hvorfor/).fill('Strømmen er tilbake i Furuveien')
  await screen.getByLabelText('Varslet slutt').fill('21:30')

  const again = await afterALock(bench, screen, path)

  await expect
    .element(again.getByLabelText(/Et ord om hvorfor/))
    .toHaveValue('Strømmen er tilbake i Furuveien')
  await expect.element(again.getByLabelText('Varslet slutt')).toHaveValue('21:30')
  await again.unmount()
  const write = await bench.draw('/skriv')
  await expect.element(write.getByRole('heading', { level: 1, name: 'Skriv' })).toBeVisible()
  await expect.element(write.getByText('skrevet-i-hendelse@1')).not.toBeInTheDocument()
})

test('what has been stored is kept no longer', async () => {
  const bench = await aLeader()
  const { screen, path } = await change(bench)
  await screen.getByLabelText(/Et ord om hvorfor/).fill('Strømmen er tilbake')
  const again = await afterALock(bench, screen, path)
  await expect.element(again.getByLabelText(/Et ord om hvorfor/)).toHaveValue('Strømmen er tilbake')

  await again.getByRole('button', { name: 'Hendelsen er over' }).click()

  await expect.element(again.getByText(/Over \(Strømmen er tilbake\)/).first()).toBeVisible()
  const { drafts } = bench.device.core().vault
  await expect
    .poll(async () => {
      const listed = await drafts.list()
      return listed.ok ? listed.value.drafts.length : null
    })
    .toBe(0)
})

test('a start and an end that were typed before anything runs are both in the start after a lock', async () => {
  const bench = await aLeader()
  const screen = await bench.draw('/hva-virker-ikke')
  await askForTimes(screen)
  await screen.getByLabelText('Tidspunkt', { exact: true }).fill('15:02')
  await screen.getByLabelText('Varslet slutt').fill('21:30')

  const again = await afterALock(bench, screen, '/hva-virker-ikke')
  await askForTimes(again)

  await expect.element(again.getByLabelText('Tidspunkt', { exact: true })).toHaveValue('15:02')
  await expect.element(again.getByLabelText('Varslet slutt')).toHaveValue('21:30')
  await again.getByRole('button', { name: 'Start strøm' }).click()
  await expect.element(again.getByText('siden 15:02')).toBeVisible()
})

test('a colleague who unlocks the phone finds nothing of it, and nothing of it is readable on the disk', async () => {
  const bench = await aLeader()
  const { screen } = await change(bench)
  await screen.getByLabelText(/Et ord om hvorfor/).fill('Hemmelig ord')

  await bench.device.lock()

  const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
  const dumped = await Promise.all(names.map(dump))
  expect(dumped.join('').length).toBeGreaterThan(1_000)
  expect(dumped.join('')).not.toContain('Hemmelig ord')
  expect(
    [...Object.values(sessionStorage), ...Object.values(localStorage)].join(' '),
  ).not.toContain('Hemmelig ord')
})

async function askForTimes(on: Drawn): Promise<void> {
  await on.getByRole('checkbox', { name: 'Strøm' }).click()
  await on.getByRole('button', { name: 'Endre' }).click()
  await on.getByLabelText('Annet tidspunkt').click()
}

/** Everything of a database as text. */
async function dump(name: string): Promise<string> {
  const database = await asked(indexedDB.open(name))
  const stores = [...database.objectStoreNames]
  const rows = await Promise.all(
    stores.map((store) => asked(database.transaction(store).objectStore(store).getAll())),
  )
  database.close()
  return JSON.stringify(rows, (_, value: unknown) =>
    value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
  )
}

function asked<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('Not read')))
  })
}
