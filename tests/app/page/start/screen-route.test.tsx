import { expect, test } from 'vitest'
import { screenBench } from '../../../support/screen-bench.tsx'

test('an address with a parameter that its place does not take shows the unknown place', async () => {
  const bench = await screenBench()
  await bench.enrol()

  for (const path of ['/lister/xyz', '/bruker/kari', '/skriv/utkast/1', '/lister?sone=../']) {
    const screen = await bench.draw(path)
    await expect.element(screen.getByRole('heading', { name: 'Siden finnes ikke' })).toBeVisible()
    await expect.element(screen.getByRole('link', { name: 'Lister', exact: true })).toBeVisible()
    await screen.unmount()
  }
})

test('an address of a zone that is not hers shows all of hers', async () => {
  const bench = await screenBench()
  await bench.enrol()

  const screen = await bench.draw('/lister/samtlige?sone=fremmed-1')

  await expect.element(screen.getByRole('heading', { name: 'Samtlige' })).toBeVisible()
})
