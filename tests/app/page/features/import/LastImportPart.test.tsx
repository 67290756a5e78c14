import { expect, test } from 'vitest'
import { accepted, refused } from '#domain/base/result.ts'
import { Instant } from '#domain/time/instant.ts'
import { takenRun } from '../../../../support/an-import.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { openImport } from '../../../../support/open-import.tsx'

const unreachable = () => Promise.resolve(refused({ kind: 'unreachable' } as const))

test('the list that stands is there for good: its file, when, by whom, and the way back', async () => {
  const asked: object[] = []
  const { bench, screen } = await openImport({
    readLastImport: ({ section }) => {
      asked.push({ section })
      return Promise.resolve(
        accepted({
          last: {
            run: takenRun,
            fileName: 'uke47.csv',
            takenAt: Instant.parse('2026-11-16T08:05:00.000Z'),
            takenBy: 'Liv Moe',
            people: 66,
            added: 2,
            changed: 5,
            gone: 1,
            canRestore: true,
          },
        }),
      )
    },
    restoreImport: (message) => {
      asked.push(message)
      return Promise.resolve(accepted({ kind: 'restored', fileName: 'uke47.csv', people: 65 }))
    },
  })
  const last = screen.getByRole('region', { name: 'Siste liste' })
  await expect.element(last.getByText('uke47.csv')).toBeVisible()
  await expect.element(last.getByText(/Tatt inn .*09:05 av Liv Moe/)).toBeVisible()
  await expect.element(last.getByText(/66 brukere: 2 nye, 5 endret, 1 ute av listen/)).toBeVisible()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])

  await last.getByRole('button', { name: 'Hent tilbake forrige uke' }).click()
  await expect.element(last.getByText(/^«uke47\.csv» tas ut igjen/)).toBeVisible()
  expect(asked).toEqual([{ section: 'nord' }])
  await last.getByRole('button', { name: 'Ja, hent tilbake forrige uke' }).click()

  await expect.element(screen.getByText(/^Forrige liste er hentet tilbake/)).toBeVisible()
  expect(asked.slice(0, 2)).toEqual([{ section: 'nord' }, { section: 'nord', run: takenRun }])
})

test.each([
  ['no list', { last: null }, 'Det er ikke tatt inn noen liste ennå.'],
  ['no network', null, /^Får ikke kontakt med Beredt, så siste liste/],
] as const)('%s is said where the list that stands would be', async (_what, answer, told) => {
  const { screen } = await openImport({
    readLastImport: () => (answer === null ? unreachable() : Promise.resolve(accepted(answer))),
  })

  await expect.element(screen.getByText(told)).toBeVisible()
})
