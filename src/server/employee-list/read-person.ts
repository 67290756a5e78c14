import { roleNames } from '#content/employee-headings.ts'
import { HprNumber, PersonalName, Username } from '#domain/accounts/account-name.ts'
import type { UnclearEmployee } from '#domain/accounts/listed-employee.ts'
import { foldText } from '#domain/base/folded-text.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import { Role } from '#domain/base/role.ts'
import { usernameFrom } from '../accounts/sign-in.ts'
import type { EmployeeRow } from './employee-row.ts'

/** What a row says of a person herself. */
export type ListedPerson = {
  name: string
  /** Null where the list gives none. */
  username: Username | null
  title: string
  role: Role
  hprNumber: string | null
}

const rolesByName = new Map<string, Role>(
  Role.options.flatMap((role) =>
    roleNames[role].split('|').map((name) => [foldText(name), role] as const),
  ),
)

/** As she is spoken of: «Nordmann, Kari» is Kari Nordmann. */
export function nameIn({ cells }: EmployeeRow): string {
  const { name, givenName, familyName } = cells
  if (familyName !== '' || name === '') return `${givenName} ${familyName}`.trim()
  const [family = '', given, ...more] = name.split(',').map((part) => part.trim())
  return given === undefined || given === '' || more.length > 0 ? name : `${given} ${family}`
}

/** Null for a role in words that we do not know. An empty cell gives the least that anybody has. */
export function roleIn({ cells }: EmployeeRow): Role | null {
  return cells.role === '' ? 'nurse' : (rolesByName.get(foldText(cells.role)) ?? null)
}

export function readPerson(row: EmployeeRow): Result<ListedPerson, UnclearEmployee> {
  const name = PersonalName.safeParse(nameIn(row))
  if (!name.success) return refused({ kind: 'noName' })
  const role = roleIn(row)
  if (role === null) return refused({ kind: 'unknownRole', text: row.cells.role })
  const username =
    row.cells.username === '' ? null : Username.safeParse(usernameFrom(row.cells.username))
  if (username !== null && !username.success) return refused({ kind: 'unreadableUsername' })
  const digits = row.cells.hprNumber.replaceAll(/\s/g, '')
  const hprNumber = digits === '' ? null : HprNumber.safeParse(digits)
  if (hprNumber !== null && !hprNumber.success) return refused({ kind: 'unreadableHpr' })
  return accepted({
    name: name.data,
    username: username?.data ?? null,
    title: row.cells.title.slice(0, 60),
    role,
    hprNumber: hprNumber?.data ?? null,
  })
}
