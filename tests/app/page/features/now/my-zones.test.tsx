import { expect, test } from 'vitest'
import { ZoneId } from '#domain/base/ids.ts'
import { accepted } from '#domain/base/result.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { night, pageBench } from '../../../../support/page-bench.tsx'

const nord1 = { id: ZoneId.parse('nord-1'), name: 'Nord 1' }
const nord2 = { id: ZoneId.parse('nord-2'), name: 'Nord 2' }

test('a leader sees age, phones and binder of each zone first', async () => {
  const bench = pageBench({
    role: 'sectionLeader',
    zones: [nord1, nord2],
    queries: {
      listsMadeAt: ([zone]) =>
        Promise.resolve(zone === nord1.id ? night : plusMinutes(night, -9 * 24 * 60)),
    },
    api: {
      listZoneStatus: () =>
        Promise.resolve(
          accepted({
            zones: [
              { zone: nord1.id, phones: { count: 8, heardWithinDay: 7 }, binderPrintedAt: night },
              { zone: nord2.id, phones: { count: 0, heardWithinDay: 0 }, binderPrintedAt: null },
            ],
          }),
        ),
    },
  })
  const screen = await bench.draw('/')

  const rows = screen.getByRole('list', { name: 'Sonene dine' }).getByRole('listitem')
  await expect.element(rows.nth(0).getByText(/7 av 8 telefoner hørt siste døgn/)).toBeVisible()
  await expect.element(rows.nth(0).getByText(/Perm skrevet ut/)).toBeVisible()
  await expect.element(rows.nth(1).getByText(/Permen er ikke skrevet ut/)).toBeVisible()
  await expect.element(rows.nth(1).getByText(/Ta inn ny liste/)).toBeVisible()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('without network she still sees how old the lists are', async () => {
  const bench = pageBench({
    role: 'sectionLeader',
    zones: [nord1],
    queries: { listsMadeAt: () => Promise.resolve(night) },
  })
  const screen = await bench.draw('/')

  await expect.element(screen.getByText(/^Liste fra i dag/)).toBeVisible()
  await expect
    .element(screen.getByText('Telefoner og perm vises når du er logget inn og har nett.'))
    .toBeVisible()
})
