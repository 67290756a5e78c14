import { useRef, useState } from 'react'
import type { EntryId, IncidentId, ZoneId } from '#domain/base/ids.ts'
import type { PersonFactBody } from '#domain/people/person-fact.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { FactRefusal } from '#app/bridge/fact-writer.ts'
import { useServices } from '../../services/services.ts'

/** What one press said. */
type LastSaid = { body: PersonFactBody; facts: readonly EntryId[] }

/** Says facts about people of a zone, and keeps what the last press said for who wants to take it back. */
export function usePersonSaying(incident: IncidentId) {
  const { device } = useServices()
  const [last, setLast] = useState<LastSaid | null>(null)
  const [refusal, setRefusal] = useState<FactRefusal | null>(null)
  // State would come too late for the second half of a double press.
  const isBusy = useRef(false)

  /** Several bodies are parts of one press, named by the first and taken back together. `at` is null for now. */
  async function say(
    zone: ZoneId,
    bodies: readonly [PersonFactBody, ...PersonFactBody[]],
    at: Instant | null = null,
  ): Promise<boolean> {
    if (isBusy.current) return false
    isBusy.current = true
    setRefusal(null)
    const facts: EntryId[] = []
    try {
      for (const body of bodies) {
        const said = await device.core().facts.sayOfPerson({ incident, zone, body, at })
        if (!said.ok) {
          setRefusal(said.refusal)
          return false
        }
        facts.push(said.value)
      }
    } finally {
      isBusy.current = false
    }
    const [body] = bodies
    setLast(body.kind === 'undone' ? null : { body, facts })
    return true
  }

  return {
    last,
    refusal,
    say,
    undo: (zone: ZoneId, facts: readonly EntryId[]) =>
      say(zone, [{ kind: 'undone', facts: [...facts] }]),
  }
}

export type PersonSaying = ReturnType<typeof usePersonSaying>
