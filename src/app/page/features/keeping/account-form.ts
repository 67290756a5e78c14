import { HprNumber, PersonalName, Username } from '#domain/accounts/account-name.ts'
import type { ZoneId } from '#domain/base/ids.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { Role } from '#domain/base/role.ts'
import { employees as words } from '#text/nb/screens/keeping/employees.ts'
import { formText } from '../../ui/form-text.ts'

export type AccountChoices = { role: Role | null; zones: readonly ZoneId[] }

export type TypedAccount = {
  name: string
  title: string
  username: string | null
  hprNumber: string | null
  role: Role
  zones: ZoneId[]
}

export type AccountFaults = ReadonlyMap<'name' | 'username' | 'hpr' | 'role' | 'zones', string>

/** What was typed and chosen, or what is wrong with each field. The server judges it once more. */
export function readAccountForm(
  form: FormData,
  { role, zones }: AccountChoices,
): Result<TypedAccount, AccountFaults> {
  const text = (name: string) => formText(form, name).trim()
  const name = PersonalName.safeParse(text('name'))
  const username = text('username') === '' ? null : Username.safeParse(text('username'))
  const digits = text('hpr').replaceAll(/\s/g, '')
  const hpr = digits === '' ? null : HprNumber.safeParse(digits)
  const faults = new Map<'name' | 'username' | 'hpr' | 'role' | 'zones', string>()
  if (!name.success) faults.set('name', words.fillName)
  if (username?.success === false) faults.set('username', words.unreadableUsername)
  if (hpr?.success === false) faults.set('hpr', words.unreadableHpr)
  if (role === null) faults.set('role', words.chooseRole)
  const lacksZones = role !== null && role !== 'administrator' && zones.length === 0
  if (lacksZones) faults.set('zones', words.chooseZones)
  if (!name.success || role === null || faults.size > 0) return refused(faults)
  return accepted({
    name: name.data,
    title: text('title'),
    username: username?.success === true ? username.data : null,
    hprNumber: hpr?.success === true ? hpr.data : null,
    role,
    zones: role === 'administrator' ? [] : [...zones],
  })
}
