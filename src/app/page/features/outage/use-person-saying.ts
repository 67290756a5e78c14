import { useRef, useState } from 'react'
import { canonicalJson } from '#domain/base/canonical-json.ts'
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
  const latest = useRef<{ press: string; ended: Promise<boolean> } | null>(null)

  /**
   * Several bodies are parts of one press, named by the first and taken back together. `at` is null for now. Another press
   * waits for the one before; the same one again is a double press, and says nothing more.
   */
  async function say(
    zone: ZoneId,
    bodies: readonly [PersonFactBody, ...PersonFactBody[]],
    at: Instant | null = null,
  ): Promise<boolean> {
    const press = canonicalJson({ zone, bodies, at })
    if (latest.current?.press === press) return false
    const before = latest.current?.ended
    // Whoever pressed before is answered by that press itself, also when it failed.
    const ended = Promise.allSettled([before]).then(() => sayNow(zone, bodies, at))
    const mine = { press, ended }
    latest.current = mine
    try {
      return await ended
    } finally {
      if (latest.current === mine) latest.current = null
    }
  }

  async function sayNow(
    zone: ZoneId,
    bodies: readonly [PersonFactBody, ...PersonFactBody[]],
    at: Instant | null,
  ): Promise<boolean> {
    setRefusal(null)
    const facts: EntryId[] = []
    for (const body of bodies) {
      const said = await device.core().facts.sayOfPerson({ incident, zone, body, at })
      if (!said.ok) {
        setRefusal(said.refusal)
        return false
      }
      facts.push(said.value)
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
