import type { Fault } from './fault.ts'
import { stoppedWithBacklog } from './list/backlog.ts'
import { endedConnections, killedDatabase } from './list/database-restart.ts'

/** Every fault that Beredt survives and that takes too long for the gate, in the order in which they are made. */
export const faults: readonly Fault[] = [killedDatabase, endedConnections, stoppedWithBacklog]
