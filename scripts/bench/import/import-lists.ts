import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { PreviewImportAnswer } from '#contract/imports/preview-import.ts'
import { type Benchmark, type Measurement, measurementOf } from '../benchmark.ts'
import { type Latencies, probeWhile } from './health-probe.ts'
import { type BenchFile, cityList, hostileFiles } from './hostile-files.ts'
import { type ImportClient, importClient, peakMegabytes, type Timed } from './import-client.ts'

const healthBudget = { milliseconds: 100 }
const listBudget = { milliseconds: 10_000 }
const idleMilliseconds = 2_000

export const importLists: Benchmark = {
  name: 'import',
  about: 'how soon /healthz answers while hostile files and a city are read, all by one server',
  patients: 20_000,
  async measure({ patients, rounds }) {
    return await withImportServer(async (url, pid) => {
      const client = await importClient(url)
      const idle = await probeWhile(url, () => wait(idleMilliseconds))
      const measured: Measurement[] = []
      for (const file of hostileFiles()) {
        measured.push(await measureHostile({ url, client, idle: idle.health }, file, rounds))
      }
      measured.push(...(await measureCity({ url, client, idle: idle.health }, patients, rounds)))
      const megabytes = await peakMegabytes(pid)
      return measured.map((one) => ({
        ...one,
        note: megabytes === null ? one.note : `${one.note}; server at most ${megabytes} MB`,
      }))
    })
  },
}

type Ground = { url: string; client: ImportClient; idle: Latencies }

/** The longest that anybody waited for `/healthz` while the file was answered. */
async function measureHostile(
  { url, client, idle }: Ground,
  file: BenchFile,
  rounds: number,
): Promise<Measurement> {
  const runs: Latencies[] = []
  let answer = ''
  for (let round = 0; round < rounds; round++) {
    const { value, health } = await probeWhile(url, () => client.preview(file))
    runs.push(health)
    answer = `${answerText(value.value)} after ${Math.round(value.milliseconds)} ms`
  }
  return healthOf(`import:${file.name}`, `${answer}; longest /healthz`, { runs, idle })
}

async function measureCity(
  { url, client, idle }: Ground,
  people: number,
  rounds: number,
): Promise<Measurement[]> {
  const steps = { previews: [] as Timed<unknown>[], takes: [] as Timed<unknown>[] }
  const runs = { previews: [] as Latencies[], takes: [] as Latencies[] }
  for (let week = 0; week < rounds; week++) {
    const file = cityList(people, week)
    const shown = await probeWhile(url, () => client.preview(file))
    const preview = shown.value.value
    if (preview.kind === 'refused') throw new Error(`The list was refused: ${answerText(preview)}`)
    const taken = await probeWhile(url, () => client.take(file, preview.preview))
    if (taken.value.value.kind === 'refused') throw new Error('The list was not taken in.')
    steps.previews.push(shown.value)
    steps.takes.push(taken.value)
    runs.previews.push(shown.health)
    runs.takes.push(taken.health)
  }
  const name = `import:${people}`
  return [
    measurementOf(`${name}-preview`, `a preview`, { ours: times(steps.previews) }, listBudget),
    healthOf(`${name}-preview-health`, 'longest /healthz of a preview', {
      runs: runs.previews,
      idle,
    }),
    measurementOf(`${name}-take`, 'taking it in', { ours: times(steps.takes) }, listBudget),
    healthOf(`${name}-take-health`, 'longest /healthz while it is taken in', {
      runs: runs.takes,
      idle,
    }),
  ]
}

function times(all: readonly Timed<unknown>[]): number[] {
  return all.map(({ milliseconds }) => milliseconds)
}

function healthOf(
  name: string,
  about: string,
  { runs, idle }: { runs: readonly Latencies[]; idle: Latencies },
): Measurement {
  const rounds = {
    ours: runs.map(({ max }) => max),
    p99: runs.map(({ p99 }) => p99),
    'floor:idle': [idle.max],
  }
  return measurementOf(name, about, rounds, healthBudget)
}

function answerText(answer: PreviewImportAnswer): string {
  return answer.kind === 'refused'
    ? `refused as ${answer.refusal.kind}`
    : `${answer.people} people read`
}

async function withImportServer<Value>(
  work: (url: string, pid: number) => Promise<Value>,
): Promise<Value> {
  const child = fork(new URL('import-server.ts', import.meta.url))
  const ended = once(child, 'exit')
  try {
    const first = await Promise.race([once(child, 'message'), ended.then(() => [null])])
    const { url } = z.object({ url: z.string() }, 'The server ended.').parse(first[0])
    if (child.pid === undefined) throw new Error('The server has no process.')
    const value = await work(url, child.pid)
    if (child.exitCode !== null) throw new Error('The server ended.')
    return value
  } finally {
    if (child.connected) child.send('over')
    await ended
  }
}
