import { expect, test } from 'vitest'
import { type Part, runLanes, totalOf } from '../../scripts/lanes.ts'

type Step = { part: Part; finish: () => void; hasBegun: () => boolean }

/** A part that is under way until it is told to finish. */
function aPart(name: string, failed = 0): Step {
  let finish: (() => void) | null = null
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })
  let begun = false
  return {
    part: {
      name,
      async run(print) {
        begun = true
        print('at work')
        await finished
        return { tally: { passed: 2, failed }, cpuSeconds: 1 }
      },
    },
    finish: () => finish?.(),
    hasBegun: () => begun,
  }
}

const broken: Part = {
  name: 'broken',
  run: () => Promise.reject(new Error('It fell over.')),
}

test('lanes run side by side, and the parts of a lane one after another', async () => {
  const [node, screens, browser] = [aPart('node'), aPart('screens'), aPart('browser')]
  const running = runLanes([[node.part], [screens.part, browser.part]], () => {})
  const begunAtFirst = [node, screens, browser].map((one) => one.hasBegun())
  screens.finish()
  await expect.poll(() => browser.hasBegun()).toBe(true)
  browser.finish()
  node.finish()

  const found = await running

  expect(begunAtFirst).toEqual([true, true, false])
  expect(found.map(({ name }) => name)).toEqual(['node', 'screens', 'browser'])
})

test('what the parts of all lanes found adds up', async () => {
  const [node, screens] = [aPart('node', 1), aPart('screens', 2)]
  node.finish()
  screens.finish()

  const found = await runLanes([[node.part], [screens.part]], () => {})

  expect(totalOf(found)).toEqual({ passed: 4, failed: 3 })
})

test('a part that breaks down is one failure, and neither lane stops', async () => {
  const [node, browser] = [aPart('node'), aPart('browser')]
  node.finish()
  browser.finish()
  const lines: string[] = []

  const found = await runLanes([[node.part], [broken, browser.part]], (line) => lines.push(line))

  expect(totalOf(found)).toEqual({ passed: 4, failed: 1 })
  expect(lines).toContain('broken | Error: It fell over.')
})

test('every line names the part that wrote it', async () => {
  const node = aPart('node')
  node.finish()
  const lines: string[] = []

  await runLanes([[node.part]], (line) => lines.push(line))

  expect(lines).toEqual(['node | at work', 'node | 2 passed, 0 failed'])
})
