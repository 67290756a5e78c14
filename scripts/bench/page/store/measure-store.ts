import { manyPatients } from '../people.ts'
import { type Extent, inTurns, type Rounds, timed } from '../rounds.ts'
import { patientStream } from '../device/bench-stream.ts'
import type { MeasuredStore } from './measured-store.ts'
import { ourStore } from './our-store.ts'
import { rawStore } from './raw-store.ts'
import { rxdbStore } from './rxdb-store.ts'

/** Each round of each store is a new database, so that nobody writes over what is there. */
export async function measureStore({
  patients: count,
  rounds,
}: Extent): Promise<Record<string, Rounds>> {
  const patients = manyPatients(count)
  const sent = await patientStream(patients)
  let databases = 0
  const measured = (open: (name: string) => Promise<MeasuredStore>) => async () => {
    databases += 1
    const store = await open(`bench-${databases}`)
    const write = await timed(() => store.writeAll(patients))
    const read = await timed(() => store.readAll())
    await store.remove()
    if (read.value !== count) throw new Error(`${read.value} of ${count} patients were read.`)
    return { writeAll: write.milliseconds, readAll: read.milliseconds }
  }
  return inTurns(rounds, {
    ours: measured((name) => ourStore(name, sent)),
    rxdb: measured(rxdbStore),
    'floor:indexeddb': measured(rawStore),
  })
}
