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
    return await withImportServer(async ({ url, pid, longestStretch }) => {
      const client = await importClient(url)
      const probed: Probe = async (work) => {
        await longestStretch()
        const { value, health } = await probeWhile(url, work)
        return { value, health: { ...health, stretch: await longestStretch() } }
      }
      const idle = await probed(() => wait(idleMilliseconds))
      const measured: Measurement[] = []
      for (const file of hostileFiles()) {
        measured.push(await measureHostile({ probed, client, idle: idle.health }, file, rounds))
      }
      measured.push(...(await measureCity({ probed, client, idle: idle.health }, patients, rounds)))
      const megabytes = await peakMegabytes(pid)
      return measured.map((one) => ({
        ...one,
        note: megabytes === null ? one.note : `${one.note}; server at most ${megabytes} MB`,
      }))
    })
  },
}

/** `stretch` is how long the server worked at most without coming to anybody else, by its own clock. */
type Health = Latencies & { stretch: number }
type Probe = <Value>(work: () => Promise<Value>) => Promise<{ value: Value; health: Health }>
type Ground = { probed: Probe; client: ImportClient; idle: Health }

/** The longest that anybody waited for `/healthz` while the file was answered. */
async function measureHostile(
  { probed, client, idle }: Ground,
  file: BenchFile,
  rounds: number,
): Promise<Measurement> {
  const runs: Health[] = []
  let answer = ''
  for (let round = 0; round < rounds; round++) {
    const { value, health } = await probed(() => client.preview(file))
    runs.push(health)
    answer = `${answerText(value.value)} after ${Math.round(value.milliseconds)} ms`
  }
  return healthOf(`import:${file.name}`, `${answer}; longest /healthz`, { runs, idle })
}

async function measureCity(
  { probed, client, idle }: Ground,
  people: number,
  rounds: number,
): Promise<Measurement[]> {
  const steps = { previews: [] as Timed<unknown>[], takes: [] as Timed<unknown>[] }
  const runs = { previews: [] as Health[], takes: [] as Health[] }
  for (let week = 0; week < rounds; week++) {
    const file = cityList(people, week)
    const shown = await probed(() => client.preview(file))
    const preview = shown.value.value
    if (preview.kind === 'refused') throw new Error(`The list was refused: ${answerText(preview)}`)
    const taken = await probed(() => client.take(file, preview.preview))
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
  { runs, idle }: { runs: readonly Health[]; idle: Health },
): Measurement {
  const rounds = {
    ours: runs.map(({ max }) => max),
    p99: runs.map(({ p99 }) => p99),
    'own-stretch': runs.map(({ stretch }) => stretch),
    'floor:idle': [idle.max],
  }
  return measurementOf(name, about, rounds, healthBudget)
}

function answerText(answer: PreviewImportAnswer): string {
  return answer.kind === 'refused'
    ? `refused as ${answer.refusal.kind}`
    : `${answer.people} people read`
}

type ImportServer = { url: string; pid: number; longestStretch: () => Promise<number> }

async function withImportServer<Value>(
  work: (server: ImportServer) => Promise<Value>,
): Promise<Value> {
  const child = fork(new URL('import-server.ts', import.meta.url))
  const ended = once(child, 'exit')
  async function hear<Message>(schema: z.ZodType<Message>): Promise<Message> {
    const heard = await Promise.race([once(child, 'message'), ended.then(() => null)])
    if (heard === null) throw new Error('The server ended.')
    return schema.parse(heard[0])
  }
  try {
    const { url } = await hear(z.object({ url: z.string() }))
    const { pid } = child
    if (pid === undefined) throw new Error('The server has no process.')
    return await work({
      url,
      pid,
      async longestStretch() {
        child.send('stretch')
        return (await hear(z.object({ milliseconds: z.number() }))).milliseconds
      },
    })
  } finally {
    if (child.connected) child.send('over')
    await ended
  }
}
