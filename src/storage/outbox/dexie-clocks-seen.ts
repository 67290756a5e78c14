import { ClocksSeen } from '#domain/time/corrected-clock.ts'
import type { OutboxDatabase } from '../databases/outbox-database.ts'
import type { Supervisor } from '../databases/supervisor.ts'

/** What the device's last contact showed of its clock. It works while locked. */
export function dexieClocksSeen(outbox: Supervisor<OutboxDatabase>) {
  return {
    /** Null before the first contact, and for a row that says nothing sensible. */
    async find(): Promise<ClocksSeen | null> {
      const row = await outbox.run(({ settings }) => settings.get('clocks'))
      const read = ClocksSeen.safeParse(row?.id === 'clocks' ? row.seen : null)
      return read.success ? read.data : null
    },

    async save(seen: ClocksSeen): Promise<void> {
      await outbox.run(({ settings }) => settings.put({ id: 'clocks', seen }))
    },
  }
}
