import type { NewPlaces } from '#contract/accounts/employee-list.ts'
import type { Account } from '#domain/accounts/account.ts'
import { type Keeper, rolesGivenBy } from '#domain/accounts/judge-account.ts'
import type {
  EmployeeOutcome,
  ListedEmployee,
  UnclearEmployee,
} from '#domain/accounts/listed-employee.ts'
import { proposeUsername } from '#domain/accounts/propose-username.ts'
import { foldText } from '#domain/base/folded-text.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { Instant } from '#domain/time/instant.ts'
import { mayDo } from '#domain/roles/duties.ts'
import type { EmployeeRow } from './employee-row.ts'
import {
  isAll,
  type KnownPlaces,
  type ListedZone,
  type PlaceFinder,
  placeFinder,
} from './place-finder.ts'
import { type ListedStandIn, readStandIn } from './read-stand-in.ts'
import { type ListedPerson, nameIn, readPerson, roleIn } from './read-person.ts'

/** What a list is compared with. */
export type EmployeeGround = {
  keeper: Keeper
  accounts: readonly Account[]
  places: KnownPlaces
  now: Instant
}

export type PlannedAccount = Omit<ListedPerson, 'username'> & {
  username: string
  zones: ListedZone[]
  /** Null for one who stays. */
  standIn: ListedStandIn | null
}

export type EmployeePlan = {
  rows: ListedEmployee[]
  toMake: PlannedAccount[]
  newPlaces: NewPlaces
}

/** Decides what becomes of each row of a list. An account that is there already is never changed by one. */
export function planEmployeeList(
  rows: readonly EmployeeRow[],
  ground: EmployeeGround,
): EmployeePlan {
  const { keeper, accounts } = ground
  const makes = keeper === null || mayDo(keeper.role, 'keepSections') ? 'newPlaces' : 'nothing'
  const finder = placeFinder(ground.places, makes)
  // All zones are found first: «alle» means those too that a row further down names.
  const placed = rows.map((row) => ({ row, zones: namedZones(row, finder) }))
  const taken = new Set(accounts.map(({ username }) => username))
  const names = new Map<string, number>()
  for (const row of rows) {
    const name = foldText(nameIn(row))
    names.set(name, (names.get(name) ?? 0) + 1)
  }
  const listedUsernames = new Set<string>()
  const toMake: PlannedAccount[] = []
  const listed = placed.map(({ row, zones }): ListedEmployee => {
    const shown = {
      line: row.line,
      name: nameIn(row),
      username: row.cells.username,
      title: row.cells.title,
      role: roleIn(row),
      zones: zones.ok ? zones.value.map(({ name }) => name) : [],
    }
    const unclear = (reason: UnclearEmployee) => ({
      ...shown,
      outcome: { kind: 'unclear', reason } as const,
    })
    const person = readPerson(row)
    if (!person.ok) return unclear(person.refusal)
    const known = knownAs(person.value, accounts)
    if (!known.ok) return unclear(known.refusal)
    if (known.value !== null) return { ...shown, ...known.value }
    if (!zones.ok) return unclear(zones.refusal)
    const given = rightZones(row, person.value, zones.value, { finder, keeper })
    if (!given.ok) return unclear(given.refusal)
    const standIn = readStandIn(row, ground.now)
    if (!standIn.ok) return unclear(standIn.refusal)
    const asked = person.value.username
    const repeated = asked !== null && listedUsernames.has(asked)
    if (repeated) return unclear({ kind: 'repeated' })
    if (asked === null && (names.get(foldText(shown.name)) ?? 0) > 1) {
      return unclear({ kind: 'sameName' })
    }
    const isTaken = (name: string) => taken.has(name) || listedUsernames.has(name)
    const username = asked ?? proposeUsername(person.value.name, isTaken)
    listedUsernames.add(username)
    toMake.push({ ...person.value, username, zones: given.value, standIn: standIn.value })
    const zoneNames = given.value.map(({ name }) => name)
    const days = standIn.value === null ? {} : { standIn: standIn.value.days }
    return { ...shown, ...days, username, zones: zoneNames, outcome: { kind: 'new' } }
  })
  const newPlaces = finder.newPlaces(toMake.flatMap(({ zones }) => zones))
  return { rows: listed, toMake, newPlaces }
}

function namedZones(row: EmployeeRow, finder: PlaceFinder): Result<ListedZone[], UnclearEmployee> {
  const section = finder.sectionOf(row.cells.section)
  return section.ok ? finder.zonesOf(row.cells.zones, section.value) : section
}

/** Her account, where she has one; null for somebody new. */
function knownAs(
  { name, username }: ListedPerson,
  accounts: readonly Account[],
): Result<{ username: string; outcome: EmployeeOutcome } | null, UnclearEmployee> {
  const isNamedSo = (account: Account) => foldText(account.name) === foldText(name)
  const found =
    username === null
      ? (accounts.find((one) => isNamedSo(one) && one.closedAt === null) ??
        accounts.find(isNamedSo))
      : accounts.find((one) => one.username === username)
  if (found === undefined) return accepted(null)
  if (!isNamedSo(found)) return refused({ kind: 'usernameTaken' })
  const signIn = found.closedAt === null ? found.signIn.kind : 'closed'
  return accepted({ username: found.username, outcome: { kind: 'known', signIn } })
}

type Judging = { finder: PlaceFinder; keeper: Keeper }

/** The zones that she gets; whoever leads, and the on-call, has all when the row names none. */
function rightZones(
  { cells }: EmployeeRow,
  { role }: ListedPerson,
  named: readonly ListedZone[],
  { finder, keeper }: Judging,
): Result<ListedZone[], UnclearEmployee> {
  if (!rolesGivenBy(keeper?.role ?? null).includes(role)) return refused({ kind: 'roleNotYours' })
  if (role === 'administrator') {
    return named.length === 0 ? accepted([]) : refused({ kind: 'administratorWithZones' })
  }
  const section = finder.sectionOf(cells.section)
  const hasAll =
    isAll(cells.zones) || (named.length === 0 && (role === 'sectionLeader' || role === 'hdu'))
  const mayHaveAll = section.ok && (section.value !== null || role === 'hdu')
  const zones = hasAll && mayHaveAll ? finder.allZones(section.value) : named
  if (zones.length === 0) return refused({ kind: 'zonesMissing' })
  const isHers = ({ id }: ListedZone) => id !== null && (keeper?.zones ?? []).includes(id)
  const isLeader = keeper !== null && !mayDo(keeper.role, 'keepSections')
  if (isLeader && !zones.every(isHers)) return refused({ kind: 'zonesNotYours' })
  return accepted([...zones])
}
