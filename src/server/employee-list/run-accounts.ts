import type { SignInCode } from '#contract/accounts/accounts.ts'
import type { NewPlaces } from '#contract/accounts/employee-list.ts'
import type { EmployeeListRefusal, UnclearEmployee } from '#domain/accounts/listed-employee.ts'
import type { MunicipalityId } from '#domain/base/ids.ts'
import { accountsCommand as text } from '#text/nb/commands/accounts-command.ts'
import { employeeList } from '#text/nb/words/accounts/employee-list.ts'
import { listMunicipalities } from '../accounts/municipality-directory.ts'
import type { Database } from '../database/database.ts'
import { keepAccounts, readKept } from '../employees/keep-accounts.ts'
import { isAdministered, settleFirstSetUp } from './first-set-up.ts'
import {
  type EmployeeListServices,
  type PreparedList,
  previewEmployeeList,
  takeEmployeeList,
} from './take-employee-list.ts'

export type AccountsOptions = {
  file: string
  /** Null for the only municipality of the server. */
  municipality: string | null
  /** What the municipality is to be called; null leaves its name. */
  name: string | null
  mode: 'take' | 'dryRun'
  newPlaces: 'accepted' | 'asked'
}

/** The command's answer; scripts rely on its keys. */
export type AccountsAnswer = {
  file: string
  municipality: string | null
  rows: number
  made: number
  known: number
  unclear: { line: number; kind: UnclearEmployee['kind']; reason: string }[]
  newPlaces: NewPlaces
  codes: Omit<SignInCode, 'account'>[]
  taken: boolean
  hasAdministrator: boolean
  /** Why nothing was taken; null when it was, or would be. */
  refusal: { kind: string; text: string } | null
}

export type AccountsOutcome = { exitCode: 0 | 1 | 2; answer: AccountsAnswer }

export async function runAccounts(
  services: EmployeeListServices & { db: Database },
  options: AccountsOptions,
  bytes: Uint8Array,
): Promise<AccountsOutcome> {
  const municipality = await municipalityOf(services, options)
  if (municipality === null)
    return outcomeWithout(options, 'unknownMunicipality', text.unknownMunicipality, 2)
  const by = { municipality, keeper: null }
  if (options.mode === 'dryRun') {
    const prepared = await previewEmployeeList(services, by, bytes)
    if (!prepared.ok) return refusedList(options, prepared.refusal)
    const refusal = asksForPlaces(prepared.value, options) ? ({ kind: 'newPlaces' } as const) : null
    return await outcomeOf(services, by, options, { ...prepared.value, codes: [], refusal })
  }
  const { newPlaces } = options
  const taken = await takeEmployeeList(services, by, bytes, { preview: null, newPlaces })
  if (!taken.ok) return refusedList(options, taken.refusal)
  if (taken.value.refusal === null) {
    await keepAccounts(services, by, (keeping) => settleFirstSetUp(keeping, options.name))
  }
  return await outcomeOf(services, by, options, taken.value)
}

function asksForPlaces({ plan }: PreparedList, { newPlaces }: AccountsOptions): boolean {
  const { sections, zones } = plan.newPlaces
  return newPlaces === 'asked' && sections.length + zones.length > 0
}

async function outcomeOf(
  services: EmployeeListServices,
  by: { municipality: MunicipalityId; keeper: null },
  { file, mode }: AccountsOptions,
  {
    plan,
    codes,
    refusal,
  }: PreparedList & { codes: SignInCode[]; refusal: EmployeeListRefusal | null },
): Promise<AccountsOutcome> {
  const { rows, toMake, newPlaces } = plan
  const unclear = rows.flatMap(({ line, outcome }) =>
    outcome.kind === 'unclear'
      ? [{ line, kind: outcome.reason.kind, reason: employeeList.unclear(outcome.reason) }]
      : [],
  )
  return {
    exitCode: refusal === null ? 0 : 1,
    answer: {
      file,
      municipality: by.municipality,
      rows: rows.length,
      made: toMake.length,
      known: rows.length - toMake.length - unclear.length,
      unclear,
      newPlaces,
      codes: codes.map(({ name, username, code, expiresAt }) => ({
        name,
        username,
        code,
        expiresAt,
      })),
      taken: mode === 'take' && refusal === null,
      hasAdministrator: await readKept(services, by, isAdministered),
      refusal:
        refusal === null ? null : { kind: refusal.kind, text: employeeList.refusal(refusal) },
    },
  }
}

function refusedList(options: AccountsOptions, refusal: EmployeeListRefusal): AccountsOutcome {
  return outcomeWithout(options, refusal.kind, employeeList.refusal(refusal), 1)
}

/** The outcome when there is nothing to describe; a wrong call has an exit code of its own. */
export function outcomeWithout(
  { file }: Pick<AccountsOptions, 'file'>,
  kind: string,
  text: string,
  exitCode: 1 | 2,
): AccountsOutcome {
  return {
    exitCode,
    answer: {
      file,
      municipality: null,
      rows: 0,
      made: 0,
      known: 0,
      unclear: [],
      newPlaces: { sections: [], zones: [] },
      codes: [],
      taken: false,
      hasAdministrator: false,
      refusal: { kind, text },
    },
  }
}

/** The municipality of a call, or the only one of the server; null for none or several. */
export async function municipalityOf(
  { db }: { db: Database },
  { municipality: wanted }: Pick<AccountsOptions, 'municipality'>,
): Promise<MunicipalityId | null> {
  const known = await listMunicipalities(db)
  if (wanted !== null) return known.find((one) => one === wanted) ?? null
  const [only, ...more] = known
  return only === undefined || more.length > 0 ? null : only
}
