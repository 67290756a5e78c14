import type { Random } from './random.ts'

/** Something that runs and can be killed: an opened app, a server. What it waits for then never comes. */
export type Process = { alive: boolean; name: string }

type Task = { at: number; order: number; owner: Process | null; work: () => void }

/** Virtual time. Between two tasks all promises settle, so that the order of a run follows from its seed alone. */
export type Scheduler = {
  /** Milliseconds since 1970. */
  now(): number
  after(milliseconds: number, owner: Process | null, work: () => void): () => void
  /** A place where others may come in between, and where the process may die. */
  pause(owner: Process): Promise<void>
  /** Work outside virtual time (real cryptography) that a step waits for. */
  outside<Value>(work: Promise<Value>): Promise<Value>
  runUntil(end: number): Promise<void>
  steps(): number
}

export function createScheduler(random: Random, start: number, busyShare: number): Scheduler {
  const tasks: Task[] = []
  let now = start
  let order = 0
  let outsiders = 0
  let onOutsiderDone = nothing

  /** An immediate comes after every promise that can settle; outside work brings new ones. */
  const settle = async (): Promise<void> => {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve))
      if (outsiders === 0) return
      // Woken, not asked again and again: the processors are for the outside work.
      await new Promise<void>((resolve) => (onOutsiderDone = resolve))
    }
  }

  const after = (milliseconds: number, owner: Process | null, work: () => void): (() => void) => {
    const task: Task = { at: now + milliseconds, order: order++, owner, work }
    push(tasks, task)
    return () => {
      task.work = nothing
    }
  }

  return {
    now: () => Math.floor(now),
    after,
    async pause(owner) {
      if (!owner.alive) return never()
      if (!random.chance(0.35)) return undefined
      await new Promise<void>((resolve) => {
        // Mostly short; now and then the device is busy.
        const busy = random.chance(busyShare) ? 4_000 : 40
        after(random.between(1, busy), owner, resolve)
      })
      return undefined
    },
    async outside(work) {
      outsiders++
      try {
        return await work
      } finally {
        outsiders--
        onOutsiderDone()
      }
    },
    async runUntil(end) {
      await settle()
      for (;;) {
        const task = tasks[0]
        if (task === undefined || task.at > end) break
        pop(tasks)
        now = task.at
        if (task.work === nothing || task.owner?.alive === false) continue
        task.work()
        await settle()
      }
      now = end
    },
    steps: () => order,
  }
}

/** Each its own: one that all wait for would hold every life until the last one ends. */
export function never(): Promise<never> {
  return new Promise<never>(() => {})
}

function nothing(): void {}

function isBefore(a: Task, b: Task): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order)
}

/** A binary heap: the first task is at 0. */
function push(heap: Task[], task: Task): void {
  let at = heap.length
  heap.push(task)
  while (at > 0) {
    const parent = (at - 1) >> 1
    const above = heap[parent]
    if (above === undefined || isBefore(above, task)) break
    heap[at] = above
    at = parent
  }
  heap[at] = task
}

function pop(heap: Task[]): void {
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return
  let at = 0
  for (;;) {
    const left = heap[2 * at + 1]
    if (left === undefined) break
    const right = heap[2 * at + 2]
    const child = right !== undefined && isBefore(right, left) ? 2 * at + 2 : 2 * at + 1
    const below = child === 2 * at + 1 ? left : right
    if (below === undefined || isBefore(last, below)) break
    heap[at] = below
    at = child
  }
  heap[at] = last
}
