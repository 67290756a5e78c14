import { expect, test } from 'vitest'
import { refused } from '#domain/base/result.ts'
import { aPreview } from '../../../../support/an-import.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { openImport, openPreview, readWeekList } from '../../../../support/open-import.tsx'

test('how far a list has come is shown while it is taken in, and it can be stopped', async () => {
  const signals: AbortSignal[] = []
  const { bench, screen } = await openPreview(aPreview(), {
    takeImport: (_query, _file, { signal, onProgress }) => {
      signals.push(signal)
      onProgress({ kind: 'progress', step: 'writing', done: 300, of: 1200 })
      return new Promise((resolve) =>
        signal.addEventListener('abort', () => resolve(refused({ kind: 'unreachable' } as const))),
      )
    },
  })
  await screen.getByRole('button', { name: 'Ta inn 12 brukere' }).click()
  const bar = screen.getByRole('progressbar', { name: 'Skriver den nye listen' })
  await expect.element(bar).toHaveAttribute('aria-valuenow', '25')
  await expect.element(screen.getByText('300 av 1200')).toBeVisible()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])

  await screen.getByRole('button', { name: 'Stopp' }).click()

  await expect.element(screen.getByRole('alert')).toMatchTextContent(/^Avbrutt\./)
  await expect.element(screen.getByRole('button', { name: 'Ta inn 12 brukere' })).toBeEnabled()
  expect(signals.map(({ aborted }) => aborted)).toEqual([true])
})

test('a file that is being read can be stopped, and another be chosen', async () => {
  const { screen } = await openImport({
    previewImport: (_query, _file, { signal, onProgress }) => {
      onProgress({ kind: 'progress', step: 'reading', done: 500, of: 1000 })
      return new Promise((resolve) =>
        signal.addEventListener('abort', () => resolve(refused({ kind: 'unreachable' } as const))),
      )
    },
  })
  await readWeekList(screen)
  await expect
    .element(screen.getByRole('progressbar', { name: 'Leser filen' }))
    .toHaveAttribute('aria-valuenow', '50')

  await screen.getByRole('button', { name: 'Stopp' }).click()

  await expect.element(screen.getByRole('button', { name: 'Les filen' })).toBeEnabled()
  await expect.element(screen.getByRole('alert')).toHaveTextContent('')
})
