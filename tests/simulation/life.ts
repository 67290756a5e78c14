import { EmployeeId, type ZoneId } from '#domain/base/ids.ts'
import { instantFromMilliseconds } from '#domain/time/instant.ts'
import { copyCache, emptyReplicaDisk } from '../support/replica-disk.ts'
import { closePages, openPage } from './device.ts'
import { type Device, type Enrolled, unlockedOn } from './phone.ts'
import { checkShown } from './checks.ts'
import { enrolAnew, newEnrolled, newLine, recipientOf } from './enrolment.ts'
import { type SeenAnswers, lineFetch } from './line.ts'
import { sayFacts } from './facts/say-facts.ts'
import type { SaidFact } from './facts/said-fact.ts'
import { changeLine } from './change-line.ts'
import { startMilliseconds } from './create-context.ts'
import { often } from './often.ts'
import type { RunContext } from './run-context.ts'
import { type SimServer, createServer } from './server.ts'
import { zones } from './sim-streams.ts'
import { resealEntries } from './reseal-entries.ts'
import { tamper } from './tamper.ts'
import { type Written, writeEntry } from './write-entry.ts'

export type Life = {
  server: SimServer
  devices: Device[]
  written: Written[]
  said: SaidFact[]
  /** All trouble ends: from here on everything must come right by itself. */
  heal(): void
}

/** A few phones and a server, and all that happens to them. */
export async function createLife(context: RunContext): Promise<Life> {
  const { random, scheduler, pace } = context
  const server = await createServer(context)
  const seen: SeenAnswers = new Map()
  const written: Written[] = []
  const said: SaidFact[] = []
  const devices: Device[] = []
  const trouble = random.pick([0.03, 0.15, 0.4])

  const open = (device: Device): void => {
    const fetch = lineFetch(context, server, device.line, seen, () => ({
      employee: device.signedIn ? unlockedOn(device).employee.employeeId : null,
      outbox: device.outbox,
    }))
    const pages = random.chance(pace.twoPages) ? 2 : 1
    for (let page = 0; page < pages; page++) openPage(context, device, fetch)
  }

  /** An employee's zones are the same on all her phones. */
  const giveZones = ({ employee: { employeeId } }: Enrolled, given: readonly ZoneId[]): void => {
    context.rights.give(employeeId, given, instantFromMilliseconds(scheduler.now()))
    for (const { employee } of devices.flatMap(({ staff }) => staff)) {
      if (employee.employeeId === employeeId) employee.zones = [...given]
    }
  }

  const add = (device: Device): void => {
    devices.push(device)
    for (const enrolled of device.staff) giveZones(enrolled, enrolled.employee.zones)
    if (scheduler.now() - startMilliseconds >= pace.aloneMilliseconds) open(device)
    live(context, device, { open, written, said, add, giveZones })
  }

  for (let count = 0; count < 2 + random.below(2); count++) {
    const line = await newLine(context, null)
    const staff = await newStaff(context, line.author.employeeId)
    if (pace.facts && count === 0) context.rights.makeLeader(line.author.employeeId)
    const rows = staff.map((enrolled) => recipientOf(context, enrolled, line.deviceId))
    add({
      name: `phone ${count + 1}`,
      outbox: { lines: new Map([[line.deviceId, line]]), current: line.deviceId },
      replicas: { ...emptyReplicaDisk(), enrolled: await Promise.all(rows) },
      staff,
      unlocked: 0,
      trust: context.keys.signed(),
      signedIn: true,
      locked: false,
      clockAheadMinutes: pace.facts ? random.pick(wrongClocks) : 0,
      line: {
        offline: false,
        trouble,
        mostEntries: random.pick([1, 3, 100, 100]),
        bytesPerSecond: random.pick([300, null, null]),
        silent: false,
        silences: 0,
        silentSince: 0,
      },
      pages: [],
      hasLocks: random.chance(pace.locks),
      locker: null,
      cloned: false,
      snapshots: [],
      tampered: false,
    })
  }
  troubleServer(context, server)
  if (pace.aloneMilliseconds > 0) workAlone(context, { devices, said, open })

  return {
    server,
    devices,
    written,
    said,
    heal() {
      context.healed = true
      for (const device of devices) {
        device.line.offline = false
        device.line.silent = false
        // Entries go home from a phone that nobody unlocks or signs in to.
        device.locked = random.chance(0.1)
        device.signedIn = random.chance(0.9)
        if (device.pages.length === 0) open(device)
        for (const enrolled of device.staff) void enrolAnew(context, device, enrolled)
      }
      // A connection that went silent comes back without a word.
      if (context.pace.lines !== null) return
      scheduler.after(0, null, () => {
        for (const { pages } of devices) for (const { runner } of pages) runner.trigger('online')
      })
    },
  }
}

/** Some are right. A battery that was out leaves a clock years behind. */
const wrongClocks = [0, 0, 7, -50, -3 * 365 * 24 * 60]

/** Nobody has a line; then one phone meets the server, and the others one after the other. */
function workAlone(
  context: RunContext,
  { devices, said, open }: Pick<Life, 'devices' | 'said'> & { open(device: Device): void },
): void {
  const { random, scheduler, pace } = context
  const until = pace.aloneMilliseconds
  for (let press = 10 + random.below(20); press > 0; press--) {
    scheduler.after(random.between(0, until), null, () => {
      void sayFacts(context, random.pick(devices)).then((facts) => said.push(...facts))
    })
  }
  for (const [place, device] of devices.entries()) {
    scheduler.after(until + place * random.between(0, 60_000), null, () => {
      if (device.pages.length === 0) open(device)
    })
  }
}

function live(
  context: RunContext,
  device: Device,
  life: {
    open(device: Device): void
    written: Written[]
    said: SaidFact[]
    add(device: Device): void
    giveZones(enrolled: Enrolled, zones: readonly ZoneId[]): void
  },
): void {
  const { random, scheduler, pace } = context
  const trigger = (reason: 'online' | 'unlocked' | 'requested' | 'written') => {
    for (const { runner } of device.pages) runner.trigger(reason)
  }
  often(context, pace.signsEveryMilliseconds, () => {
    if (device.locked || device.pages.length === 0) return
    const write = async (): Promise<void> => {
      if (pace.facts && random.chance(0.7)) life.said.push(...(await sayFacts(context, device)))
      else life.written.push(await writeEntry(context, device, random.pick(zones)))
      // Her key may have been lost while she wrote.
      await resealEntries(context, device)
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
    if (device.line.silent) device.line.silentSince = scheduler.now()
  })
  often(context, 150_000, () => {
    device.locked = !device.locked
    if (!device.locked) trigger('unlocked')
  })
  often(context, 200_000, () => {
    device.signedIn = !device.signedIn
  })
  often(context, 200_000, () => {
    life.giveZones(random.pick(device.staff), someZones(context))
  })
  often(context, pace.switchesEveryMilliseconds, () => {
    // Locking ends the worker with all that it knew; who unlocks next has a worker of her own.
    closePages(device)
    device.unlocked = random.below(device.staff.length)
    context.note(`${device.name}: ${unlockedOn(device).employee.employeeId} unlocks`)
    void checkShown(context, device)
    life.open(device)
  })
  if (random.chance(0.5)) {
    often(context, pace.tampersEveryMilliseconds, () => {
      void tamper(context, device)
    })
  }
  often(context, 60_000, () => {
    if (device.signedIn && !device.line.offline) {
      void enrolAnew(context, device, unlockedOn(device))
    }
  })
  often(context, pace.asksEveryMilliseconds, () => trigger('requested'))
  changeLine(context, device, life.open)
  scheduler.after(random.between(30_000, pace.copiedByMilliseconds), null, () => {
    if (context.healed || device.cloned) return
    context.note(`${device.name} is cloned`)
    device.cloned = true
    const name = `${device.name}'s clone`
    context.listings.observeClone(device.name, name)
    life.add({
      ...device,
      name,
      outbox: { lines: new Map(device.outbox.lines), current: device.outbox.current },
      replicas: {
        ...device.replicas,
        cache: copyCache(device.replicas.cache),
        pins: new Map(device.replicas.pins),
      },
      staff: device.staff.map((enrolled) => ({ ...enrolled })),
      line: { ...device.line },
      pages: [],
      locker: null,
    })
  })
}

function troubleServer(context: RunContext, server: SimServer): void {
  const { random, pace, scheduler } = context
  const isRestored = random.chance(pace.restored)
  often(context, pace.writesEveryMilliseconds, () => server.writeSomething())
  often(context, pace.compactsEveryMilliseconds, () => server.compact())
  often(context, pace.backsUpEveryMilliseconds, () => server.backUp())
  often(context, 120_000, () => server.crash())
  often(context, pace.rotatesEveryMilliseconds, () => server.rotate())
  if (random.chance(pace.losesRoot)) {
    scheduler.after(random.between(30_000, 400_000), null, () => {
      if (!context.healed) server.loseRoot()
    })
  }
  const { lines } = pace
  if (lines !== null) {
    often(context, lines.serverRestartsEveryMilliseconds, () => {
      server.restartAfter(random.between(500, lines.downAtMostMilliseconds))
    })
  }
  if (isRestored) often(context, pace.restoresEveryMilliseconds, () => server.restore())
}

/** One to three employees of a phone, with zones that differ. */
async function newStaff(context: RunContext, author: EmployeeId): Promise<Enrolled[]> {
  const { random } = context
  const staff = [await newEnrolled(context, author, someZones(context))]
  for (let more = random.below(3); more > 0; more--) {
    const employeeId = EmployeeId.parse(random.uuid())
    staff.push(await newEnrolled(context, employeeId, someZones(context)))
  }
  return staff
}

function someZones({ random }: RunContext): ZoneId[] {
  return random.pick([[...zones], [...zones], [zones[0]], [zones[1]]])
}
