import type { CardTarget } from '#domain/cards/action-card.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import { runningCard as words } from '#text/nb/screens/incident/running-card.ts'
import { cardTargetText, type KnownTitles } from '#text/nb/words/cards/card-target.ts'
import { calledLists } from '../../incident-parts/called-lists.ts'
import { targetPath } from '../../card-parts/target-path.ts'
import { paths } from '../../paths/paths.ts'

/** Where a step is done while its card runs: on the incident's own lists and cards rather than on the week's. */
export function runningTarget(
  target: CardTarget,
  incident: Incident,
  titles: KnownTitles,
): { path: string; text: string } {
  const text = cardTargetText(target, titles)
  const { id, symptoms, cards } = incident
  if (target.kind === 'patientList') {
    if (target.list === 'lifeEssentialPower' && symptoms.includes('power')) {
      return { path: paths.countdown.to({ incident: id }), text: words.emptyFirst }
    }
    if (calledLists.some((list) => list === target.list)) {
      return { path: paths.callList.to({ incident: id, list: target.list }), text }
    }
  }
  if (target.kind === 'card' && cards.some(({ code }) => code === target.card)) {
    return { path: paths.incidentCard.to({ incident: id, code: target.card }), text }
  }
  return { path: targetPath(target), text }
}
