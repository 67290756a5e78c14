import type { VisitKey } from '#domain/people/person-fact.ts'
import { visitKeyText } from '#domain/people/keys.ts'
import type { VisitRow } from '#app/bridge/incident-queries.ts'
import { paths } from '../../../paths/paths.ts'
import type { OutageAddress } from '../use-outage.ts'

export function keyOfRow({ state }: VisitRow): string {
  return visitKeyText(state.key)
}

export function visitPath({ patientId, planned }: VisitKey, address: OutageAddress): string {
  return paths.visit.to({ patientId, ...(planned === null ? {} : planned), ...address })
}

/** Whether two must go: as the work list has it, or as somebody has found out. */
export function takesTwo({ planned, state }: Pick<VisitRow, 'planned' | 'state'>): boolean {
  return state.needsTwo || (planned?.staff ?? 1) > 1
}

/** Done by anyone is done; after every other outcome somebody must still go. */
export function isOver({ state }: Pick<VisitRow, 'state'>): boolean {
  return state.ended?.shown.body.outcome === 'done'
}
