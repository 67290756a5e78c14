import { expect } from 'vitest'
import type { Api, ImportPreview } from '#app/online/api.ts'
import { accepted } from '#domain/base/result.ts'
import { aWeekList, takenRun } from './an-import.ts'
import { screenBench } from './screen-bench.tsx'

type Taking = Parameters<Api['takeImport']>[0]

/** «Ukens lister» of a leader whose server answers so. */
export async function openImport(api: Partial<Api>) {
  const bench = await screenBench({ role: 'sectionLeader', api })
  await bench.enrol()
  const screen = await bench.draw('/ukens-lister')
  await expect.element(screen.getByRole('heading', { name: 'Ukens lister' })).toBeVisible()
  return { bench, screen }
}

type Opened = Awaited<ReturnType<typeof openImport>>['screen']

export async function readWeekList(screen: Opened): Promise<void> {
  await screen.getByLabelText('Fil fra EPJ').upload(aWeekList())
  await screen.getByRole('button', { name: 'Les filen' }).click()
}

export async function takeWeekListIn(screen: Opened): Promise<void> {
  await readWeekList(screen)
  await screen.getByRole('button', { name: 'Ta inn 12 brukere' }).click()
  await expect.element(screen.getByText('12 brukere er tatt inn')).toBeVisible()
}

/** The preview of a list, and what is asked to be taken in. */
export async function openPreview(preview: ImportPreview, api: Partial<Api> = {}) {
  const taken: Taking[] = []
  const bench = await screenBench({
    role: 'sectionLeader',
    api: {
      previewImport: () => Promise.resolve(accepted(preview)),
      takeImport: (query) => {
        taken.push(query)
        return Promise.resolve(
          accepted({ kind: 'taken', run: takenRun, people: 12, added: 1, changed: 2, gone: 0 }),
        )
      },
      ...api,
    },
  })
  await bench.enrol()
  const screen = await bench.draw('/ukens-lister')
  await screen.getByLabelText('Fil fra EPJ').upload(aWeekList())
  await screen.getByRole('button', { name: 'Les filen' }).click()
  await expect.element(screen.getByRole('heading', { name: /^Se over/ })).toBeVisible()
  return { bench, screen, taken }
}
