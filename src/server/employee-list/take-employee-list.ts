import type { SignInCode } from '#contract/accounts/accounts.ts'
import type { EmployeeListRefusal } from '#domain/accounts/listed-employee.ts'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import { SectionId, type ZoneId } from '#domain/base/ids.ts'
import { accepted, type Result } from '#domain/base/result.ts'
import { insertAccount } from '../accounts/create-account.ts'
import { tokenHash } from '../accounts/token-hash.ts'
import {
  keepAccounts,
  type Keeping,
  type KeepingFor,
  type KeepingServices,
  logAccountEvent,
  readKept,
} from '../employees/keep-accounts.ts'
import { listAccounts } from '../employees/list-accounts.ts'
import { issueSignInCode } from '../employees/sign-in-codes.ts'
import { saveSection, saveZone } from '../organisation/save-places.ts'
import type { EmployeeListReader } from './employee-list-reader.ts'
import type { EmployeeRows } from './employee-row.ts'
import type { ListedZone } from './place-finder.ts'
import { type EmployeeGround, type EmployeePlan, planEmployeeList } from './plan-employee-list.ts'

export type EmployeeListServices = KeepingServices & { readEmployees: EmployeeListReader }

/** A plan, and what identifies it. */
export type PreparedList = { plan: EmployeePlan; unread: string[]; preview: string }

export async function previewEmployeeList(
  services: EmployeeListServices,
  by: KeepingFor,
  bytes: Uint8Array,
): Promise<Result<PreparedList, EmployeeListRefusal>> {
  const read = await services.readEmployees(bytes)
  if (!read.ok) return read
  const prepared = await readKept(services, by, (keeping) => prepare(keeping, read.value))
  return accepted(prepared)
}

export type TakeOptions = {
  /** Of the preview that somebody has seen; null for a command, which nobody has shown one. */
  preview: string | null
  newPlaces: 'accepted' | 'asked'
}

export type TakenList = PreparedList & { codes: SignInCode[]; refusal: EmployeeListRefusal | null }

/** Makes all accounts of a list and the places that it asks for, or nothing. */
export async function takeEmployeeList(
  services: EmployeeListServices,
  by: KeepingFor,
  bytes: Uint8Array,
  options: TakeOptions,
): Promise<Result<TakenList, EmployeeListRefusal>> {
  const read = await services.readEmployees(bytes)
  if (!read.ok) return read
  const taken = await keepAccounts(services, by, async (keeping): Promise<TakenList> => {
    const prepared = await prepare(keeping, read.value)
    const refusal = refusalOf(prepared, options)
    if (refusal !== null) return { ...prepared, codes: [], refusal }
    return { ...prepared, codes: await makeAll(keeping, prepared.plan), refusal: null }
  })
  return accepted(taken)
}

function refusalOf(
  { plan, preview }: PreparedList,
  { preview: seen, newPlaces }: TakeOptions,
): EmployeeListRefusal | null {
  if (seen !== null && seen !== preview) return { kind: 'changedMeanwhile' }
  const { sections, zones } = plan.newPlaces
  return sections.length + zones.length > 0 && newPlaces === 'asked' ? { kind: 'newPlaces' } : null
}

async function prepare(keeping: Keeping, { rows, unread }: EmployeeRows): Promise<PreparedList> {
  const ground = await readGround(keeping)
  const plan = planEmployeeList(rows, ground)
  // Not when she was last here, which changes by itself.
  const accounts = ground.accounts.map(({ id, username, name, closedAt }) => [
    id,
    username,
    name,
    closedAt,
  ])
  const preview = tokenHash(canonicalJson({ rows, accounts, places: ground.places }))
  return { plan, unread, preview }
}

/** Everybody's accounts, since a username is taken by whomever has it; a leader is shown only what her own list names. */
async function readGround({ transaction, keeper, sources }: Keeping): Promise<EmployeeGround> {
  const accounts = await listAccounts(transaction, { keeper: null, now: sources.now() })
  const sections = await transaction
    .selectFrom('section')
    .select(['sectionId as id', 'name'])
    .orderBy('name')
    .execute()
  const zones = await transaction
    .selectFrom('zone')
    .select(['zoneId as id', 'name', 'sectionId as section'])
    .where('closedAt', 'is', null)
    .orderBy('name')
    .execute()
  const named = zones.flatMap(({ name, ...zone }) => (name === null ? [] : [{ ...zone, name }]))
  return { keeper, accounts, places: { sections, zones: named }, now: sources.now() }
}

async function makeAll(keeping: Keeping, { toMake }: EmployeePlan): Promise<SignInCode[]> {
  const { transaction, municipality, sources } = keeping
  const place = placeMaker(keeping)
  // Before anybody has one: whoever leads a section is given each zone that is made in it.
  for (const zone of toMake.flatMap(({ zones }) => zones)) await place(zone)
  const codes: SignInCode[] = []
  for (const { zones: listed, standIn, ...person } of toMake) {
    const zones: ZoneId[] = []
    for (const zone of listed) zones.push(await place(zone))
    const period = standIn?.period ?? null
    const account = { ...person, zones, passwordHash: null, period }
    const id = await insertAccount(transaction, { municipality, sources }, account)
    await logAccountEvent(keeping, 'made', id, { role: person.role, zones, period })
    codes.push(await issueSignInCode(keeping, { id, ...person, standIn: period }))
  }
  await logAccountEvent(keeping, 'listTaken', null, { count: codes.length })
  return codes
}

/** Makes each section and zone that the list asks for once. */
function placeMaker(keeping: Keeping): (zone: ListedZone) => Promise<ZoneId> {
  const made = new Map<ListedZone, ZoneId>()
  const sections = new Map<ListedZone['section'], SectionId>()

  async function sectionOf(section: ListedZone['section']): Promise<SectionId> {
    const known = section.id ?? sections.get(section)
    if (known !== undefined) return known
    const saved = await saveSection(keeping, { id: null, name: section.name })
    if (!saved.ok) throw new Error(`The section could not be made: ${saved.refusal.kind}`)
    sections.set(section, saved.value)
    return saved.value
  }

  return async (zone) => {
    const known = zone.id ?? made.get(zone)
    if (known !== undefined) return known
    const section = await sectionOf(zone.section)
    const saved = await saveZone(keeping, { id: null, section, name: zone.name })
    if (!saved.ok) throw new Error(`The zone could not be made: ${saved.refusal.kind}`)
    made.set(zone, saved.value)
    return saved.value
  }
}
