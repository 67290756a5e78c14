import type { ZonePlan } from '#domain/contacts/zone-plan.ts'
import type { NetworkMoment, PowerLoss } from '#domain/incidents/network/network-clock.ts'
import type { Instant } from '#domain/time/instant.ts'
import { networkClock as words } from '#text/nb/screens/incident/network-clock.ts'
import { momentWords } from '#text/nb/words/time.ts'

/** The clock in words: the first network that people talk over is its title, the rest are rows. */
export function momentRows(
  clock: readonly NetworkMoment[],
  now: Instant,
): { title: string; rows: { label: string; when: string }[] } {
  const [first, ...others] = clock
  if (first === undefined) throw new Error('A clock has a moment.')
  const { what } = first
  if (what !== 'mobile' && what !== 'emergencyNet') {
    return { title: words.title, rows: clock.map((moment) => rowOf(moment, now)) }
  }
  const title =
    first.from > now
      ? `${words.mayStopFrom[what]} ${momentWords(first.from, now)}`
      : words.mayHaveStopped[what]
  return { title, rows: others.map((moment) => rowOf(moment, now)) }
}

function rowOf({ what, from }: NetworkMoment, now: Instant): { label: string; when: string } {
  const at = momentWords(from, now)
  const when = from <= now ? words.passed : what === 'emergencyNet' ? words.until : words.about
  return { label: words.names[what], when: when(at) }
}

/** What the times are counted by, and what is recorded of the places. */
export function basisText({ area }: PowerLoss, plans: readonly ZonePlan[]): string {
  const isKnown = area.zones.every((zone) =>
    plans.some((plan) => plan.zone === zone && plan.mobileMinutes !== null),
  )
  const reinforced = plans.flatMap(({ reinforced: place }) => place ?? [])
  return [
    isKnown ? words.basisRecorded : words.basis,
    reinforced.length === 0 ? words.notReinforced : words.reinforced(reinforced.join(', ')),
  ].join(' ')
}
