import { closePages } from './device.ts'
import { often } from './often.ts'
import type { Device } from './phone.ts'
import type { RunContext } from './run-context.ts'

/** The slowest line that is promised, one at the edge of the village, and one that nobody notices. */
const speeds = [500, 2_000, null]

/** In a life of lines: slower and faster ones, connections that go silent, and phones that are started anew. */
export function changeLine(
  context: RunContext,
  device: Device,
  open: (device: Device) => void,
): void {
  const { random, scheduler, note, pace } = context
  const { lines } = pace
  if (lines === null) return
  const { line } = device
  line.bytesPerSecond = random.pick(speeds)
  often(context, lines.changesEveryMilliseconds, () => {
    line.bytesPerSecond = random.pick(speeds)
    note(`${device.name} has ${line.bytesPerSecond ?? 'many'} bytes a second`)
  })
  often(context, lines.silencesEveryMilliseconds, () => {
    if (line.silent) return
    note(`${device.name} goes silent`)
    line.silent = true
    line.silences++
    line.silentSince = scheduler.now()
    scheduler.after(random.between(1_000, lines.silentAtMostMilliseconds), null, () => {
      line.silent = false
    })
  })
  often(context, lines.phoneRestartsEveryMilliseconds, () => {
    note(`${device.name} is started anew`)
    closePages(device)
    device.locked = true
    scheduler.after(random.between(20_000, 90_000), null, () => {
      if (device.pages.length === 0) open(device)
    })
  })
}
