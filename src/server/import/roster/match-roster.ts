import type { ListedPerson } from '#domain/roster/listed-person.ts'
import {
  canBeSame,
  identityOf,
  type Identified,
  usableEhrId,
} from '#domain/roster/person-identity.ts'
import { personIndex } from '#domain/roster/person-index.ts'
import type { RosterRecord } from '#domain/roster/roster-record.ts'
import type { ImportTask } from '../task/import-task.ts'
import { workInTurns } from '../task/work-in-turns.ts'

type Known = { identity: Identified; record: RosterRecord }
type FindKnown = (
  listed: ListedPerson,
  isFree: (record: RosterRecord) => boolean,
) => RosterRecord | null

/** Answers whom of the roster a listed person is; null for somebody new. */
export async function rosterMatcher(
  people: readonly ListedPerson[],
  roster: readonly RosterRecord[],
  task: ImportTask,
): Promise<FindKnown> {
  const isRenumbered = await hasOtherNumbers(people, roster, task)
  const identify = (identity: Identified): Identified =>
    isRenumbered ? { ...identity, ehrId: null } : identity
  const index = personIndex<Known>()
  await workInTurns(task, 'comparing', roster, (record) =>
    index.add({ identity: identify(recordIdentity(record)), record }),
  )
  return (listed, isFree) =>
    index.find(identify(identityOf(listed)), ({ record }) => isFree(record))?.record ?? null
}

/**
 * Whether the list's EHR ids mean others than the roster's: some lists number their own lines, and one new person in
 * front moves them all. Then an id neither joins nor parts anybody.
 */
async function hasOtherNumbers(
  people: readonly ListedPerson[],
  roster: readonly RosterRecord[],
  task: ImportTask,
): Promise<boolean> {
  if (roster.length === 0) return false
  const holders = new Map<string, RosterRecord[]>()
  await workInTurns(task, 'comparing', roster, (record) => {
    const key = usableEhrId(record.patient)
    if (key === null) return
    const others = holders.get(key)
    if (others === undefined) holders.set(key, [record])
    else others.push(record)
  })
  let agreeing = 0
  let contradicting = 0
  await workInTurns(task, 'comparing', people, (person) => {
    const key = usableEhrId(person)
    const known = key === null ? undefined : holders.get(key)
    if (known === undefined) return
    const identity = identityOf(person)
    if (known.some((one) => canBeSame(recordIdentity(one), identity, 'ehrId'))) agreeing += 1
    else contradicting += 1
  })
  return contradicting > 1 || (contradicting === 1 && agreeing === 0)
}

export function recordIdentity({ patient, details, protectedDetails }: RosterRecord): Identified {
  const street = patient.address?.street ?? protectedDetails?.address?.street ?? ''
  return { ...patient, personalNumber: details.personalNumber, street }
}
