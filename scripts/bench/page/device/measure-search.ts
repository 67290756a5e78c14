import { foldForSearch } from '#domain/lists/search-text.ts'
import { benchZone, manyPatients } from '../people.ts'
import { type Extent, inTurns, percentile95, type Rounds, timed } from '../rounds.ts'
import { prepareDevice, startDevice } from './bench-device.ts'
import { unlock } from './bench-employee.ts'

/** What is typed; every beginning of it is one press of a key. */
const typed = ['solbakken aud', 'furuveien 12', 'cal', '90000123', 'haugn']
const keys = typed.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1)))

export async function measureSearch({ patients, rounds }: Extent): Promise<Record<string, Rounds>> {
  await prepareDevice(patients)
  return inTurns(rounds, {
    ours: async () => {
      const { device, end } = startDevice()
      const opened = await device.open()
      await unlock(opened)
      await opened.queries.overview(benchZone)
      await aThumbLater()
      const [first = 0, ...rest] = await timesOf(keys, async (text) => {
        const found = await opened.queries.searchPatients(text, benchZone)
        if (found.kind !== 'open') throw new Error('The search did not open.')
      })
      end()
      return { key: percentile95(rest), firstKey: first }
    },
    'floor:scan': async () => {
      const texts = manyPatients(patients).map(({ name, address, ehrId, phone }) =>
        [name.family, name.given, address?.street, ehrId, phone].join(' '),
      )
      const taken = await timesOf(keys, async (text) => {
        const wanted = foldForSearch(text)
        texts.filter((text) => foldForSearch(text).includes(wanted))
      })
      return { key: percentile95(taken) }
    },
  })
}

async function timesOf(
  keys: readonly string[],
  search: (text: string) => Promise<void>,
): Promise<number[]> {
  const times: number[] = []
  for (const key of keys) times.push((await timed(() => search(key))).milliseconds)
  return times
}

/** Nobody types sooner after the lists are there. */
function aThumbLater(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 500))
}
