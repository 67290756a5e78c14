import type { Fault } from './fault.ts'
import { stoppedWithBacklog } from './list/backlog.ts'
import { damagedApp } from './list/damaged-app.ts'
import { endedConnections, killedDatabase } from './list/database-restart.ts'
import { fullDisk } from './list/full-disk.ts'
import { sixtyNotes, wentSilent } from './list/slow-line.ts'

/** Every fault that Beredt survives and that takes too long for the gate, in the order in which they are made. */
export const faults: readonly Fault[] = [
  killedDatabase,
  endedConnections,
  sixtyNotes,
  wentSilent,
  damagedApp,
  stoppedWithBacklog,
  fullDisk,
]
