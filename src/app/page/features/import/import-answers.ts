import type { ZoneName } from '#domain/roster/zone-name.ts'
import type { ZonePlacement } from '#domain/roster/zone-placement.ts'
import type { ImportPreview } from '#app/online/api.ts'

/** What a leader has answered to the questions of a preview. */
export type Answers = {
  /** New zones that are right as they stand. */
  zones: readonly ZoneName[]
  placements: readonly ZonePlacement[]
  /** The preview whose shrunken zones are right: another one asks again. */
  shrinkOf: string | null
}

export const noAnswers: Answers = { zones: [], placements: [], shrinkOf: null }

/** Whether a question is still open. A name that she has typed herself needs no second yes. */
export function unanswered(
  { preview, questions }: Pick<ImportPreview, 'preview' | 'questions'>,
  answers: Answers,
): boolean {
  return (
    questions.newZones.some(({ zone }) => !isAccepted(zone, answers)) ||
    (questions.shrink.length > 0 && answers.shrinkOf !== preview) ||
    (questions.columns ?? []).length > 0
  )
}

export function isAccepted(zone: ZoneName, { zones, placements }: Answers): boolean {
  const isTyped = placements.some(({ place }) => place.kind === 'named' && place.name === zone)
  return isTyped || zones.includes(zone)
}

export function placementsAfter(
  placements: readonly ZonePlacement[],
  placement: ZonePlacement,
): ZonePlacement[] {
  return [...placements.filter(({ listed }) => listed !== placement.listed), placement]
}
