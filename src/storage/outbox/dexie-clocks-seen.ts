import type { ClocksSeen } from '#domain/time/corrected-clock.ts'
import type { OutboxDatabase } from '../databases/outbox-database.ts'
import type { Supervisor } from '../databases/supervisor.ts'
import { findClocksSeen } from './effective-clock.ts'

/** What the device's last contact showed of its clock. It works while locked. */
export function dexieClocksSeen(outbox: Supervisor<OutboxDatabase>) {
  return {
    find: (): Promise<ClocksSeen | null> => outbox.run(({ settings }) => findClocksSeen(settings)),

    async save(seen: ClocksSeen): Promise<void> {
      await outbox.run(({ settings }) => settings.put({ id: 'clocks', seen }))
    },
  }
}
