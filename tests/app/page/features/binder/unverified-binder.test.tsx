import { expect, test } from 'vitest'
import { refused } from '#domain/base/result.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { pageBench } from '../../../../support/page-bench.tsx'

test('no binder is made of lists that cannot be verified, and no copy number is asked for', async () => {
  const streams = [StreamId.parse('demo/real/nord-2/critical')]
  let reserved = 0
  const bench = pageBench({
    role: 'sectionLeader',
    core: { layBinder: () => Promise.resolve(refused({ kind: 'notVerified', streams } as const)) },
    api: {
      reserveBinderCopy() {
        reserved += 1
        return Promise.resolve(refused({ kind: 'unreachable' } as const))
      },
    },
  })
  const screen = await bench.draw('/beredskapsperm')

  await screen.getByRole('button', { name: /^Lag permen for/ }).click()

  await expect
    .element(screen.getByText('Permen er ikke laget. Listene for Nord 2 kan ikke bekreftes'))
    .toBeVisible()
  await expect.element(screen.getByText(/Bruk den forrige permen så lenge/)).toBeVisible()
  expect(reserved).toBe(0)
})
