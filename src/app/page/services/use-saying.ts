import { useState } from 'react'
import type { EntryId, IncidentId } from '#domain/base/ids.ts'
import type { CoordinationFactBody } from '#domain/incidents/coordination-fact.ts'
import type { FactRefusal } from '#app/bridge/fact-writer.ts'
import { useServices } from './services.ts'

/** What was said last, and is taken back by one press. */
export type LastSaid = {
  incident: IncidentId
  body: CoordinationFactBody
  facts: readonly EntryId[]
}

type SayingState = {
  isBusy: boolean
  refusal: FactRefusal | null
  last: LastSaid | null
}

const quiet: SayingState = { isBusy: false, refusal: null, last: null }

/** Says facts about an incident, and keeps what came of it for the screen. */
export function useSaying() {
  const { device } = useServices()
  const [state, setState] = useState(quiet)

  /** Several bodies are parts of one change: they are said in order, named by the first, and undone together. */
  async function say(
    incident: IncidentId,
    body: CoordinationFactBody,
    ...more: readonly CoordinationFactBody[]
  ): Promise<boolean> {
    if (state.isBusy) return false
    setState({ ...quiet, isBusy: true })
    const facts: EntryId[] = []
    for (const one of [body, ...more]) {
      const said = await device.core().facts.sayOfIncident({ incident, body: one, at: null })
      if (!said.ok) {
        setState({ ...quiet, refusal: said.refusal })
        return false
      }
      facts.push(said.value)
    }
    setState({ ...quiet, last: body.kind === 'undone' ? null : { incident, body, facts } })
    return true
  }

  return {
    ...state,
    say,
    undo: (incident: IncidentId, facts: readonly EntryId[]) =>
      say(incident, { kind: 'undone', facts: [...facts] }),
  }
}

export type Saying = ReturnType<typeof useSaying>
