import type { Device } from '../phone.ts'
import type { RunContext } from '../run-context.ts'
import { type FactsOnPhone, factsOn } from './facts-on-phone.ts'
import type { SaidFact } from './said-fact.ts'

/** What was said on this phone is shown on it, once, from the moment when it is stored; nothing else is. */
export async function checkOwnFacts(
  context: RunContext,
  device: Device,
  said: readonly SaidFact[],
): Promise<FactsOnPhone> {
  const facts = await factsOn(context, device)
  const { coordination, people } = facts.known
  const shown = [...coordination, ...people].map(({ entryId }) => entryId)
  const ids = new Set<string>(shown)
  const { fail } = context
  if (ids.size < shown.length) fail(`${device.name} shows a fact twice`)
  for (const { entryId } of said) {
    if (!ids.has(entryId)) fail(`${device.name} does not show ${entryId}, which was said on it`)
  }
  return facts
}
