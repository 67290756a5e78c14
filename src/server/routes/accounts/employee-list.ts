import {
  EmployeeListQuery,
  type PreviewEmployeeListAnswer,
  TakeEmployeeListQuery,
  type TakeEmployeeListAnswer,
} from '#contract/accounts/employee-list.ts'
import { Refused } from '../../base/refused.ts'
import {
  type EmployeeListServices,
  previewEmployeeList,
  takeEmployeeList,
} from '../../employee-list/take-employee-list.ts'
import type { SignedInHandler } from '../../http/serve-routes.ts'
import { keeperOf, logKept } from './keeper-of.ts'

/** Answers what a list of employees would make. Nothing of it is stored. */
export function previewEmployeeListRoute(services: EmployeeListServices): SignedInHandler {
  return async ({ request, signedIn }): Promise<PreviewEmployeeListAnswer> => {
    EmployeeListQuery.parse(request.query)
    const prepared = await previewEmployeeList(services, keeperOf(signedIn), fileIn(request))
    if (!prepared.ok) return { kind: 'refused', refusal: prepared.refusal }
    const { plan, unread, preview } = prepared.value
    return { kind: 'preview', preview, rows: plan.rows, newPlaces: plan.newPlaces, unread }
  }
}

export function takeEmployeeListRoute(services: EmployeeListServices): SignedInHandler {
  return async ({ request, signedIn }): Promise<TakeEmployeeListAnswer> => {
    const { preview, acceptNewPlaces } = TakeEmployeeListQuery.parse(request.query)
    const taken = await takeEmployeeList(services, keeperOf(signedIn), fileIn(request), {
      preview,
      newPlaces: acceptNewPlaces === 'yes' ? 'accepted' : 'asked',
    })
    if (!taken.ok) return { kind: 'refused', refusal: taken.refusal }
    const { refusal, codes } = taken.value
    if (refusal !== null) return { kind: 'refused', refusal }
    logKept(request, signedIn, 'list of employees taken')
    return { kind: 'taken', codes }
  }
}

function fileIn({ body }: { body: unknown }): Uint8Array {
  if (!(body instanceof Uint8Array)) throw new Refused('unreadable')
  return body
}
