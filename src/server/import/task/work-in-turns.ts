import { performance } from 'node:perf_hooks'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type ImportTask, type StepProgress, throwIfCancelled } from './import-task.ts'

/** So long others wait at most before they are served in between. */
const turnMilliseconds = 10

/** Lets others be served before the work goes on. Ends when the task is cancelled. */
export async function serveOthers(task: ImportTask): Promise<void> {
  await nextTurn()
  throwIfCancelled(task)
}

/** Works through many items, and lets others be served in between. Ends when the task is cancelled. */
export async function workInTurns<Item>(
  task: ImportTask,
  step: StepProgress['step'],
  items: readonly Item[],
  work: (item: Item) => void,
): Promise<void> {
  let begunAt = performance.now()
  for (const [place, item] of items.entries()) {
    work(item)
    if (performance.now() - begunAt < turnMilliseconds) continue
    task.report({ step, done: place + 1, of: items.length })
    await serveOthers(task)
    begunAt = performance.now()
  }
}

/** The same for what comes of each item. */
export async function mapInTurns<Item, Made>(
  task: ImportTask,
  step: StepProgress['step'],
  items: readonly Item[],
  make: (item: Item) => Made,
): Promise<Made[]> {
  const made: Made[] = []
  await workInTurns(task, step, items, (item) => made.push(make(item)))
  return made
}
