import { ClocksSeen, correctedNow, presentOffset } from '#domain/time/corrected-clock.ts'
import type { DeviceClock } from '#domain/time/device-clock.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import type { OutboxDatabase } from '../databases/outbox-database.ts'

export type EffectiveTime = {
  now: Instant
  /** What the device's own clock shows at that moment, as the screens compare it. */
  onDevice(instant: Instant): Instant
}

/** The time as the last contact with the server corrects it. It works while locked, and after a restart without network. */
export async function effectiveTime(
  { settings }: OutboxDatabase,
  clock: Pick<DeviceClock, 'now'>,
): Promise<EffectiveTime> {
  const seen = await findClocksSeen(settings)
  const wall = clock.now()
  const ahead = presentOffset(wall, seen)
  return {
    now: correctedNow(wall, seen),
    onDevice: (instant) => plusMinutes(instant, ahead),
  }
}

/** Null before the first contact, and for a row that says nothing sensible. */
export async function findClocksSeen(
  settings: OutboxDatabase['settings'],
): Promise<ClocksSeen | null> {
  const row = await settings.get('clocks')
  const read = ClocksSeen.safeParse(row?.id === 'clocks' ? row.seen : null)
  return read.success ? read.data : null
}
