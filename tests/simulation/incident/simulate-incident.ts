import { act, startIncident } from './incident-actions.ts'
import type { IncidentAblation } from './incident-ablations.ts'
import { wrongIn } from './incident-checks.ts'
import { createIncidentContext, type IncidentContext } from './incident-context.ts'
import { createIncidentPhone, type IncidentPhone } from './incident-phone.ts'
import { createIncidentServer, type IncidentServer } from './incident-server.ts'
import { type IncidentView, viewText } from './incident-view.ts'

const hoursAlone = 6

/**
 * Three phones work for six hours without each other and without a server, then meet it one after the other while they
 * work on. Answers what did not hold, null when everything did.
 */
export function simulateIncident({
  seed,
  without = null,
  onLast,
}: {
  seed: number
  without?: IncidentAblation | null
  /** Hears what everybody sees in the end. */
  onLast?: (view: IncidentView) => void
}): string | null {
  const context = createIncidentContext(seed, without)
  const { random, time, failures } = context
  const phones = [0, 1, 2].map((index) => createIncidentPhone(index, context))
  const server = createIncidentServer(context)
  workAlone(phones, context)
  const clocksKept = random.chance(0.8)
  if (!clocksKept) random.pick(phones).loseClock()
  meetServer(phones, server, context)
  for (const phone of phones) server.push(phone, Number.MAX_SAFE_INTEGER)
  for (const phone of phones) phone.receive(shuffled([...server.facts.values()], context))

  time.pass(1)
  const last = server.view()
  const text = viewText(last)
  onLast?.(last)
  for (const phone of phones) {
    phone.expectToHold(viewText(phone.freshView()) === text, 'shows something else than the server')
  }
  return [...failures, ...wrongIn(last, context, clocksKept)][0] ?? null
}

function workAlone(phones: readonly IncidentPhone[], { random, time }: IncidentContext): void {
  // Two of them start the same incident, minutes apart.
  const [first, second, third] = phones
  if (first !== undefined) startIncident(first, random)
  time.pass(random.between(1, 20))
  if (second !== undefined) startIncident(second, random)
  if (third !== undefined && random.chance(0.3)) startIncident(third, random)
  const actions = 30 + random.below(30)
  for (let n = 0; n < actions; n++) {
    time.pass(random.between(0, (2 * hoursAlone * 60) / actions))
    act(random.pick(phones), random)
  }
}

function meetServer(
  phones: readonly IncidentPhone[],
  server: IncidentServer,
  context: IncidentContext,
): void {
  const { random, time } = context
  // One meets it first; then they come as they come, over a line that breaks.
  const first = random.pick(phones)
  server.push(first, Number.MAX_SAFE_INTEGER)
  for (let n = 0; n < 20; n++) {
    time.pass(random.between(0, 20))
    const phone = random.pick(phones)
    if (random.chance(0.7)) act(phone, random)
    if (random.chance(0.5)) server.push(phone, 1 + random.below(20))
    if (random.chance(0.5)) {
      const facts = shuffled([...server.facts.values()], context)
      phone.receive(facts.slice(0, random.below(facts.length + 1)))
    }
  }
}

/** In any order, and some of them again. */
function shuffled<Item>(items: readonly Item[], { random }: IncidentContext): Item[] {
  const again = items.filter(() => random.chance(0.1))
  return [...items, ...again]
    .map((item) => ({ item, place: random.next() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item)
}
