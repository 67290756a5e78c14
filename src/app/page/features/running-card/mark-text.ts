import type { CoordinationFact, StepState } from '#domain/incidents/coordination-fact.ts'
import type { Instant } from '#domain/time/instant.ts'
import { runningCard as words } from '#text/nb/screens/incident/running-card.ts'
import { stepStateText } from '#text/nb/words/incident/coordination-fact.ts'
import { momentWords } from '#text/nb/words/time.ts'
import type { RunningStep } from '#app/bridge/incident-queries.ts'

/** What a fact says of a step; null for a fact of another kind. */
export function markState({ body }: CoordinationFact): StepState | null {
  return body.kind === 'step' ? body.state : null
}

/** «Gjort 02:46, Kari Lund», with the word why. */
export function markText({ body, at, author }: CoordinationFact, now: Instant): string {
  if (body.kind !== 'step') return ''
  const said = words.markedBy(stepStateText[body.state], momentWords(at, now), author.name)
  return body.word === null ? said : `${said}: ${body.word}`
}

/** A step that failed is not finished: somebody must do something else. */
export function isFinished({ marked }: RunningStep): boolean {
  return marked !== null && markState(marked.shown) !== 'failed'
}

/** Somebody said that it failed, and not why. */
export function lacksWord({ marked }: RunningStep): boolean {
  const body = marked?.shown.body
  return body?.kind === 'step' && body.state === 'failed' && body.word === null
}
