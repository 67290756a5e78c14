import { expect, test } from 'vitest'
import { ImportPreview } from '#contract/imports/preview-import.ts'
import { describeImport } from '#server/import/command/describe-import.ts'
import type { PlannedPerson } from '#server/import/roster/planned-people.ts'
import { quietTask } from '#server/import/task/import-task.ts'
import { importBench, twelveRows } from '../../../support/import-bench.ts'

const people = 20_000

async function weeks() {
  const bench = await importBench()
  const first = await bench.take(twelveRows)
  const second = await bench.take(
    twelveRows.map((row) => row.replace('Gata', 'Soletunet').replace('BST,TRY', 'VEM')),
  )
  return { first, second }
}

function many(planned: readonly PlannedPerson[]): PlannedPerson[] {
  return Array.from({ length: people }, (_, place) => planned[place % planned.length]).flatMap(
    (person) => person ?? [],
  )
}

test('a preview of twenty thousand people stays within a few megabytes', async () => {
  const { first, second } = await weeks()
  const bytesAPerson = async ({ list, plan, judged, zones }: typeof first) =>
    JSON.stringify(
      ImportPreview.parse({
        kind: 'preview',
        preview: 'x',
        ...(await describeImport(
          {
            list,
            judged,
            holders: [],
            plan: { ...plan, added: many(plan.added), changed: many(plan.changed) },
          },
          zones,
          quietTask(),
        )),
      }),
    ).length / people

  expect(await bytesAPerson(first)).toBeLessThan(40)
  expect(await bytesAPerson(second)).toBeLessThan(190)
})

test('a number in a warning is sent to be recognised, not to be read', async () => {
  const bench = await importBench()
  const taken = await bench.take([
    ...twelveRows,
    'Ny, Bruker;14034112345;14.03.1941;Gata 1;;Nord 1;TRY;',
  ])

  const { warnings } = await describeImport(taken, taken.zones, quietTask())

  expect(warnings).toEqual([{ line: 14, warning: { kind: 'personalNumber', value: '140341…' } }])
})
