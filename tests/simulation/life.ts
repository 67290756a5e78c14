import { instantFromMilliseconds } from '#domain/time/instant.ts'
import { authorOf } from '../support/memory-outbox-store.ts'
import { closePages, openPage } from './device.ts'
import { type Device, deviceStreams } from './phone.ts'
import { checkShown } from './checks.ts'
import { newLine } from './enrolment.ts'
import { type SeenAnswers, lineFetch } from './line.ts'
import type { RunContext } from './run-context.ts'
import { type SimServer, createServer } from './server.ts'
import { zones } from './sim-streams.ts'
import { type Written, writeEntry } from './write-entry.ts'

export type Life = {
  server: SimServer
  devices: Device[]
  written: Written[]
  /** All trouble ends: from here on everything must come right by itself. */
  heal(): void
}

/** A few phones and a server, and all that happens to them. */
export async function createLife(context: RunContext): Promise<Life> {
  const { random, scheduler, pace } = context
  const server = await createServer(context)
  const seen: SeenAnswers = new Map()
  const written: Written[] = []
  const devices: Device[] = []
  const trouble = random.pick([0.03, 0.15, 0.4])

  const open = (device: Device): void => {
    const fetch = lineFetch(context, server, device.line, seen, () => ({
      signedIn: device.signedIn,
      streams: deviceStreams(device),
    }))
    const pages = random.chance(pace.twoPages) ? 2 : 1
    for (let page = 0; page < pages; page++) openPage(context, device, fetch)
  }

  /** An employee's zones are the same on all her phones. */
  const giveZones = (device: Device, given: Device['zones']): void => {
    const employee = authorOf(device.outbox)
    context.rights.give(employee, given, instantFromMilliseconds(scheduler.now()))
    for (const other of devices) if (authorOf(other.outbox) === employee) other.zones = [...given]
  }

  const add = (device: Device): void => {
    devices.push(device)
    giveZones(device, device.zones)
    open(device)
    live(context, device, { open, written, add, giveZones })
  }

  for (let count = 0; count < 2 + random.below(2); count++) {
    const line = await newLine(context, null)
    add({
      name: `phone ${count + 1}`,
      outbox: { lines: new Map([[line.deviceId, line]]), current: line.deviceId },
      replicas: { shown: new Map(), staged: new Map() },
      zones: random.chance(0.6) ? [...zones] : [random.pick(zones)],
      signedIn: true,
      locked: false,
      line: {
        offline: false,
        trouble,
        mostEntries: random.pick([1, 3, 100, 100]),
        bytesPerSecond: random.pick([300, null, null]),
        silent: false,
      },
      pages: [],
      hasLocks: random.chance(pace.locks),
      locker: null,
      cloned: false,
    })
  }
  troubleServer(context, server)

  return {
    server,
    devices,
    written,
    heal() {
      context.healed = true
      for (const device of devices) {
        device.line.offline = false
        device.line.silent = false
        // Entries go home from a phone that nobody unlocks or signs in to.
        device.locked = random.chance(0.1)
        device.signedIn = random.chance(0.9)
        if (device.pages.length === 0) open(device)
      }
      scheduler.after(0, null, () => {
        for (const { pages } of devices) for (const { runner } of pages) runner.trigger('online')
      })
    },
  }
}

/** Does `work` again and again, at random times with the given mean, until all is healed. */
function often(context: RunContext, meanMilliseconds: number, work: () => void): void {
  const { random, scheduler } = context
  const plan = (): void => {
    scheduler.after(random.between(0.2, 1.8) * meanMilliseconds, null, () => {
      if (context.healed) return
      work()
      plan()
    })
  }
  plan()
}

function live(
  context: RunContext,
  device: Device,
  life: {
    open(device: Device): void
    written: Written[]
    add(device: Device): void
    giveZones(device: Device, zones: Device['zones']): void
  },
): void {
  const { random, scheduler, pace } = context
  const trigger = (reason: 'online' | 'unlocked' | 'requested' | 'written') => {
    for (const { runner } of device.pages) runner.trigger(reason)
  }
  often(context, pace.signsEveryMilliseconds, () => {
    if (device.locked || device.pages.length === 0) return
    const write = async (): Promise<void> => {
      life.written.push(await writeEntry(context, device, random.pick(zones)))
      trigger('written')
    }
    void write()
  })
  often(context, pace.diesEveryMilliseconds, () => {
    context.note(`${device.name} app dies`)
    closePages(device)
    void checkShown(context, device)
    scheduler.after(random.between(500, pace.deadAtMostMilliseconds), null, () => {
      if (device.pages.length === 0) life.open(device)
    })
  })
  often(context, 100_000, () => {
    device.line.offline = !device.line.offline
    if (!device.line.offline) trigger('online')
  })
  often(context, 150_000, () => {
    device.line.silent = !device.line.silent && random.chance(0.5)
  })
  often(context, 150_000, () => {
    device.locked = !device.locked
    if (!device.locked) trigger('unlocked')
  })
  often(context, 200_000, () => {
    device.signedIn = !device.signedIn
  })
  often(context, 200_000, () => {
    life.giveZones(device, random.pick([[...zones], [zones[0]], [zones[1]]]))
  })
  often(context, pace.asksEveryMilliseconds, () => trigger('requested'))
  scheduler.after(random.between(30_000, 1_500_000), null, () => {
    if (context.healed || device.cloned) return
    context.note(`${device.name} is cloned`)
    device.cloned = true
    life.add({
      ...device,
      name: `${device.name}'s clone`,
      outbox: { lines: new Map(device.outbox.lines), current: device.outbox.current },
      replicas: { shown: new Map(device.replicas.shown), staged: new Map(device.replicas.staged) },
      line: { ...device.line },
      pages: [],
      locker: null,
    })
  })
}

function troubleServer(context: RunContext, server: SimServer): void {
  const { random, pace } = context
  const isRestored = random.chance(pace.restored)
  often(context, pace.writesEveryMilliseconds, () => server.writeSomething())
  often(context, pace.compactsEveryMilliseconds, () => server.compact())
  often(context, pace.backsUpEveryMilliseconds, () => server.backUp())
  often(context, 120_000, () => server.crash())
  if (isRestored) often(context, pace.restoresEveryMilliseconds, () => server.restore())
}
