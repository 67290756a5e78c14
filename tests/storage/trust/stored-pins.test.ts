import { expect, test } from 'vitest'
import { EmployeeId } from '#domain/base/ids.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { noPin } from '#domain/trust/stream-pin.ts'
import { subkeysOf } from '#storage/crypto/employee-key.ts'
import { CacheDatabase } from '#storage/databases/cache-database.ts'
import { OutboxDatabase } from '#storage/databases/outbox-database.ts'
import { superviseCache, superviseOutbox } from '#storage/databases/supervised-databases.ts'
import type { Supervisor } from '#storage/databases/supervisor.ts'
import { openPins, savePins } from '#storage/trust/stored-pins.ts'
import { noPins, pinsOf, setPin } from '#storage/unlocked/pins.ts'

const critical = StreamId.parse('demo/real/nord-1/critical')
const journal = StreamId.parse('demo/real/nord-1/journal')

test('a pin is on the disk when its storing has ended, also beside the storing of another', async () => {
  const { employee, stored, steps, outbox } = await pinsInSteps()
  setPin(employee.pins, critical, { ...noPin, reset: { epoch: 1, seq: 1 } })
  const first = savePins(employee, outbox)
  // The first has read, and is about to write.
  await steps.begin(0)
  await steps.end(0)
  setPin(employee.pins, journal, { ...noPin, reset: { epoch: 1, seq: 2 } })
  const second = savePins(employee, outbox).then(stored)
  // What the second reads beside it is older than what the first then writes.
  await steps.begin(2)
  await steps.end(2)
  await steps.begin(1)
  await steps.begin(3)
  await steps.end(1)
  await steps.end(3)
  steps.letGo()

  await first

  expect(await second).toEqual([critical, journal])
})

/** An employee whose pins are stored on a disk that does nothing until it is told to, step by step. */
async function pinsInSteps() {
  const disk = superviseOutbox(
    () => new OutboxDatabase('pins-outbox'),
    superviseCache(() => new CacheDatabase('pins-cache')),
  )
  const employee = {
    employeeId: EmployeeId.parse('e0000000-0000-4000-8000-000000000001'),
    keys: await subkeysOf(crypto.getRandomValues(new Uint8Array(32))),
    pins: pinsOf(noPins),
  }
  const { outbox, steps } = inSteps(disk)
  return {
    employee,
    outbox,
    steps,
    async stored(): Promise<StreamId[]> {
      const row = await disk.run((database) => database.pins.get(employee.employeeId))
      return [...(await openPins(employee, row)).streams.keys()]
    },
  }
}

/** Each call is numbered, begins when it is told to, and answers when it is told to; one that is not made is not waited for. */
function inSteps(disk: Supervisor<OutboxDatabase>) {
  const calls: { begin: Gate; end: Gate }[] = []
  let isFree = false
  const outbox: Supervisor<OutboxDatabase> = {
    health: disk.health,
    async run(work) {
      const call = { begin: gate(), end: gate() }
      calls.push(call)
      if (!isFree) await call.begin.opened
      const value = await disk.run(work)
      if (!isFree) await call.end.opened
      return value
    },
  }
  const steps = {
    async begin(at: number) {
      calls[at]?.begin.open()
      await settled()
    },
    async end(at: number) {
      calls[at]?.end.open()
      await settled()
    },
    letGo() {
      isFree = true
      for (const { begin, end } of calls) {
        begin.open()
        end.open()
      }
    },
  }
  return { outbox, steps }
}

type Gate = { opened: Promise<void>; open(): void }

function gate(): Gate {
  const waiting: (() => void)[] = []
  const opened = new Promise<void>((resolve) => waiting.push(resolve))
  return {
    opened,
    open() {
      for (const resolve of waiting) resolve()
    },
  }
}

/** Long enough for everything that does not wait for a step. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve))
}
