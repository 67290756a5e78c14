import type { EmployeeId } from '#domain/base/ids.ts'
import { refused, type Result } from '#domain/base/result.ts'
import type { World } from '#domain/base/world.ts'
import type { PartRead } from '#domain/amendments/part-read.ts'
import type { FetchOrder, FetchRefusal } from '#app/bridge/patient-fetches.ts'
import type { Api } from '#app/online/api.ts'

/** Asks the server for one part of one patient, and tells a missing sign-in and a dead line from its other refusals. */
export async function fetchPart(
  { readPatientDetails }: Pick<Api, 'readPatientDetails'>,
  order: FetchOrder & { employee: EmployeeId },
  world: World,
): Promise<Result<PartRead, Exclude<FetchRefusal, { kind: 'locked' }>>> {
  const answer = await readPatientDetails({ ...order, world })
  if (answer.ok) return answer
  const { refusal } = answer
  if (refusal.kind === 'unreachable' || refusal.kind === 'signInNeeded') {
    return refused({ kind: refusal.kind })
  }
  return refused({ kind: 'refused', text: refusal.text })
}
