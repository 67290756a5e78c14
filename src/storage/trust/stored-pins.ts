import { aesOpenJson, aesSealJson } from '../crypto/aes.ts'
import type { OutboxDatabase, PinsRow } from '../databases/outbox-database.ts'
import type { Supervisor } from '../databases/supervisor.ts'
import {
  type Pins,
  type StoredPins,
  StoredPins as StoredPinsSchema,
  findPin,
  pinsOf,
} from '../unlocked/pins.ts'
import type { OpenEmployee } from '../unlocked/unlocked-employee.ts'
import { joinPins } from '#domain/trust/stream-pin.ts'
import { StreamId } from '#domain/streams/stream.ts'

type Owner = Pick<OpenEmployee, 'employeeId' | 'keys'>
type PinOwner = Owner & Pick<OpenEmployee, 'pins'>

export async function pinsRow({ employeeId, keys }: Owner, stored: StoredPins): Promise<PinsRow> {
  const sealed = await aesSealJson(keys.pins, stored, aboutPins(employeeId))
  return { id: employeeId, v: 1, sealed }
}

/** Opens an employee's pins. A row that is missing or does not open is noticed: her streams then count as older. */
export async function openPins(owner: Owner, row: PinsRow | undefined): Promise<Pins> {
  return pinsOf((await openRow(owner, row)) ?? { lost: true, streams: {} })
}

/** Stores what was pinned since the last time, together with what another tab has stored. */
export function savePins(employee: PinOwner, outbox: Supervisor<OutboxDatabase>): Promise<void> {
  return employee.pins.saveInTurn(() => saveChanged(employee, outbox))
}

async function saveChanged(employee: PinOwner, outbox: Supervisor<OutboxDatabase>): Promise<void> {
  const { pins, employeeId } = employee
  while (pins.changed) {
    pins.changed = false
    const before = await joinStoredPins(employee, outbox)
    const stored = { lost: pins.lost, streams: Object.fromEntries(pins.streams) }
    const row = await pinsRow(employee, stored)
    await outbox.run((database) =>
      database.transaction('rw', database.pins, async () => {
        const now = await database.pins.get(employeeId)
        if (isSame(now, before)) await database.pins.put(row)
        else pins.changed = true
      }),
    )
  }
}

/** Learns what another tab has stored. Answers the row as it was read. */
export async function joinStoredPins(
  employee: PinOwner,
  outbox: Supervisor<OutboxDatabase>,
): Promise<PinsRow | undefined> {
  const { pins, employeeId } = employee
  const row = await outbox.run((database) => database.pins.get(employeeId))
  const known = await openRow(employee, row)
  for (const [name, other] of Object.entries(known?.streams ?? {})) {
    const stream = StreamId.parse(name)
    pins.streams.set(stream, joinPins(findPin(pins, stream), other))
  }
  return row
}

async function openRow(
  { employeeId, keys }: Owner,
  row: PinsRow | undefined,
): Promise<StoredPins | null> {
  if (row === undefined) return null
  const opened = await aesOpenJson(keys.pins, row.sealed, aboutPins(employeeId))
  const stored = StoredPinsSchema.safeParse(opened)
  return stored.success ? stored.data : null
}

function isSame(a: PinsRow | undefined, b: PinsRow | undefined): boolean {
  return a?.sealed.iv.join() === b?.sealed.iv.join()
}

function aboutPins(employeeId: string): string {
  return `beredt/pins/1/${employeeId}`
}
