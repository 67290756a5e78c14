import type { FieldObstacle } from '#domain/forms/unsupported-parts.ts'
import { forms as words } from '#text/nb/screens/forms.ts'

/** Why a field cannot be shown, for within a sentence. */
export function obstacleText(obstacle: FieldObstacle): string {
  if (obstacle.kind !== 'type') return words.obstacle[obstacle.kind]
  const { type } = obstacle
  if (type === 'attachment' || type === 'reference' || type === 'url') return words.obstacle[type]
  return words.obstacle.type(type)
}
