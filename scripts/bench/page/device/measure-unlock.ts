import { benchZone } from '../people.ts'
import { type Extent, inTurns, type Rounds, timed } from '../rounds.ts'
import { prepareDevice, startDevice } from './bench-device.ts'
import { unlock } from './bench-employee.ts'

const firstList = { kind: 'lifeEssentialPower', zone: benchZone } as const
/** As many as its screen shows at once. */
const rowsShown = 100

/** From the code's last digit until the first list is on the page, in a worker that knows nothing yet. */
export async function measureUnlock({ patients, rounds }: Extent): Promise<Record<string, Rounds>> {
  await prepareDevice(patients)
  return inTurns(rounds, {
    ours: async () => ({
      firstList: await timeToFirstList(),
      firstListAfterUpdate: await timeToFirstList(crypto.randomUUID()),
    }),
    'floor:argon2id+chunks': async () => {
      const { device, end } = startDevice()
      await device.open()
      const chunks = await device.chunks()
      const { milliseconds } = await timed(async () => {
        await device.deriveKey()
        await chunks.open()
      })
      end()
      return { firstList: milliseconds }
    },
    'floor:argon2id': async () => {
      const { device, end } = startDevice()
      await device.open()
      const { milliseconds } = await timed(() => device.deriveKey())
      end()
      return { firstList: milliseconds }
    },
  })
}

/** A build that this device never ran must parse everything that it opens. */
async function timeToFirstList(build?: string): Promise<number> {
  const { device, end } = startDevice()
  const opened = await device.open(build)
  // The app does so while the code is typed.
  await opened.prefetch('real')
  const { milliseconds } = await timed(async () => {
    await unlock(opened)
    const overview = await opened.queries.overview(benchZone)
    if (overview.kind !== 'open') throw new Error('The overview did not open.')
    const list = await opened.queries.patientRows(firstList, rowsShown)
    if (list.kind !== 'open' || list.value.rows.length === 0) {
      throw new Error('The list did not open.')
    }
  })
  end()
  return milliseconds
}
