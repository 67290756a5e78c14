import { describe, expect, test } from 'vitest'
import {
  judgeRights,
  type Keeper,
  keepsAccount,
  rolesGivenBy,
} from '#domain/accounts/judge-account.ts'
import { EmployeeId, ZoneId } from '#domain/base/ids.ts'
import { Role } from '#domain/base/role.ts'

const [nord1, nord2, sor1] = ['nord-1', 'nord-2', 'sor-1'].map((id) => ZoneId.parse(id))
if (nord1 === undefined || nord2 === undefined || sor1 === undefined) throw new Error('Three zones')
const her = EmployeeId.parse('0a000000-0000-4000-8000-000000000001')
const other = EmployeeId.parse('0a000000-0000-4000-8000-000000000002')
const leader: Keeper = { id: her, role: 'sectionLeader', zones: [nord1, nord2] }
const administrator: Keeper = { id: her, role: 'administrator', zones: [] }

test('nobody changes her own access, whatever her role', () => {
  const own = { id: her, role: 'nurse', zones: [nord1] } as const

  expect(keepsAccount(leader, own)).toBe('own')
  expect(keepsAccount(administrator, { ...own, role: 'administrator', zones: [] })).toBe('own')
})

describe('a leader', () => {
  test('keeps the accounts of which she has every zone', () => {
    expect(keepsAccount(leader, { id: other, role: 'nurse', zones: [nord1] })).toBeNull()
    expect(keepsAccount(leader, { id: other, role: 'nurse', zones: [nord1, sor1] })).toBe(
      'notYours',
    )
    expect(keepsAccount(leader, { id: other, role: 'nurse', zones: [] })).toBe('notYours')
  })

  test.each(['sectionLeader', 'hdu', 'administrator'] as const)('keeps no %s', (role) => {
    expect(keepsAccount(leader, { id: other, role, zones: [nord1] })).toBe('notYours')
    expect(judgeRights(leader, { role, zones: [nord1] })).toBe('roleNotYours')
  })

  test('gives the zones that she has and no others', () => {
    expect(judgeRights(leader, { role: 'shiftLead', zones: [nord1, nord2] })).toBeNull()
    expect(judgeRights(leader, { role: 'nurse', zones: [nord1, sor1] })).toBe('zonesNotYours')
  })
})

test('an administrator gives every role to others, but no zones to an administrator', () => {
  expect(judgeRights(administrator, { role: 'administrator', zones: [] })).toBeNull()
  expect(judgeRights(administrator, { role: 'administrator', zones: [nord1] })).toBe(
    'administratorWithZones',
  )
  expect(judgeRights(administrator, { role: 'hdu', zones: [nord1] })).toBeNull()
})

test('an employee with patients has a zone', () => {
  expect(judgeRights(administrator, { role: 'nurse', zones: [] })).toBe('zonesMissing')
})

test.each(Role.options)('a %s gives no role above her own', (role) => {
  const given = rolesGivenBy(role)

  expect(given).toEqual(
    role === 'administrator'
      ? Role.options
      : role === 'sectionLeader'
        ? ['nurse', 'shiftLead']
        : [],
  )
})
