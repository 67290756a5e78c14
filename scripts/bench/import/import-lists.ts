import { setTimeout as wait } from 'node:timers/promises'
import type { PreviewImportAnswer } from '#contract/imports/preview-import.ts'
import { type Benchmark, type Measurement, measurementOf } from '../benchmark.ts'
import { type Latencies, probeWhile } from './health-probe.ts'
import type { ImportFloors } from './import-floors.ts'
import { type BenchFile, cityList, hostileFiles } from './hostile-files.ts'
import { type ImportClient, importClient, peakMegabytes, type Timed } from './import-client.ts'
import { type ImportServer, type ServerWork, withImportServer } from './with-import-server.ts'

const healthBudget = { milliseconds: 100 }
/** Of the server's own clock, so that it holds on a busy machine too. */
const stretchBudget = { milliseconds: 40 }
const listBudget = { milliseconds: 10_000 }
const takeBudget = { ...listBudget, atMost: { peer: 'floor:insert-plain-rows', times: 30 } }
const idleMilliseconds = 2_000

export const importLists: Benchmark = {
  name: 'import',
  about: 'how soon /healthz answers while hostile files and a city are read, all by one server',
  patients: 20_000,
  async measure({ patients, rounds }) {
    return await withImportServer(async (server) => {
      const client = await importClient(server.url)
      const probed: Probe = async (work) => {
        await server.work()
        const { value, health } = await probeWhile(server.url, work)
        return { value, health: { ...health, ...(await server.work()) } }
      }
      const idle = await probed(() => wait(idleMilliseconds))
      const ground = { server, probed, client, idle: idle.health }
      const measured: Measurement[] = []
      for (const file of hostileFiles()) {
        measured.push(...(await measureHostile(ground, file, rounds)))
      }
      measured.push(...cityMeasurements(await runCity(ground, patients, rounds), ground))
      const megabytes = await peakMegabytes(server.pid)
      return measured.map((one) => ({
        ...one,
        note: megabytes === null ? one.note : `${one.note}; server at most ${megabytes} MB`,
      }))
    })
  },
}

/** How soon `/healthz` answered while something was done, and what the server's own clock said of it. */
type Health = Latencies & ServerWork
type Probe = <Value>(work: () => Promise<Value>) => Promise<{ value: Value; health: Health }>
type Ground = { server: ImportServer; probed: Probe; client: ImportClient; idle: Health }

/** The longest that anybody waited for `/healthz` while the file was answered. */
async function measureHostile(
  { probed, client, idle }: Ground,
  file: BenchFile,
  rounds: number,
): Promise<Measurement[]> {
  const runs: Health[] = []
  let answer = ''
  for (let round = 0; round < rounds; round++) {
    const { value, health } = await probed(() => client.preview(file))
    runs.push(health)
    answer = `${answerText(value.value)} after ${Math.round(value.milliseconds)} ms`
  }
  return healthOf(`import:${file.name}`, answer, { runs, idle })
}

type City = {
  people: number
  previews: Timed<Health>[]
  takes: Timed<Health>[]
  floors: ImportFloors[]
}

async function runCity(
  { server, probed, client }: Ground,
  people: number,
  rounds: number,
): Promise<City> {
  const city: City = { people, previews: [], takes: [], floors: [] }
  for (let week = 0; week < rounds; week++) {
    const file = cityList(people, week)
    const shown = await probed(() => client.preview(file))
    const preview = shown.value.value
    if (preview.kind === 'refused') throw new Error(`The list was refused: ${answerText(preview)}`)
    const taken = await probed(() => client.take(file, preview.preview))
    if (taken.value.value.kind === 'refused') throw new Error('The list was not taken in.')
    city.previews.push({ value: shown.health, milliseconds: shown.value.milliseconds })
    city.takes.push({ value: taken.health, milliseconds: taken.value.milliseconds })
    city.floors.push(await server.floors(people))
  }
  return city
}

function cityMeasurements(
  { people, previews, takes, floors }: City,
  { idle }: Ground,
): Measurement[] {
  const name = `import:${people}`
  const preview = {
    ...roundsOf(previews),
    'floor:split-into-cells': floors.map(({ parse }) => parse),
  }
  const take = {
    ...roundsOf(takes),
    'floor:insert-plain-rows': floors.map(({ insert }) => insert),
  }
  return [
    measurementOf(`${name}-preview`, 'a preview; of-the-server is CPU', preview, listBudget),
    ...healthOf(`${name}-preview`, 'a preview', { runs: healthIn(previews), idle }),
    measurementOf(`${name}-take`, 'taking it in; of-the-server is CPU', take, takeBudget),
    ...healthOf(`${name}-take`, 'taking it in', { runs: healthIn(takes), idle }),
  ]
}

function healthIn(steps: readonly Timed<Health>[]): Health[] {
  return steps.map(({ value }) => value)
}

function roundsOf(steps: readonly Timed<Health>[]): Record<'ours' | 'of-the-server', number[]> {
  return {
    ours: steps.map(({ milliseconds }) => milliseconds),
    'of-the-server': steps.map(({ value }) => value.cpu),
  }
}

function healthOf(
  name: string,
  about: string,
  { runs, idle }: { runs: readonly Health[]; idle: Health },
): Measurement[] {
  const waits = {
    ours: runs.map(({ max }) => max),
    p99: runs.map(({ p99 }) => p99),
    'floor:idle': [idle.max],
  }
  const stretches = { ours: runs.map(({ stretch }) => stretch), 'floor:idle': [idle.stretch] }
  return [
    measurementOf(`${name}-health`, `${about}; longest /healthz`, waits, healthBudget),
    measurementOf(
      `${name}-stretch`,
      `${about}; longest work of the server without coming to anybody else, by its own clock`,
      stretches,
      stretchBudget,
    ),
  ]
}

function answerText(answer: PreviewImportAnswer): string {
  return answer.kind === 'refused'
    ? `refused as ${answer.refusal.kind}`
    : `${answer.people} people read`
}
