import { expect, test } from 'vitest'
import type { Role } from '#domain/base/role.ts'
import { lackOf, rolePlacesOf } from '#app/page/paths/place-needs.ts'
import { paths } from '#app/page/paths/paths.ts'

const names = Object.keys(paths).filter((name): name is keyof typeof paths => name in paths)

/** Said here once more, so that a slip in a table is noticed. */
const expected = {
  nurse: {
    own: [],
    lacks: [
      'newContact',
      'contact',
      'municipalForms',
      'formVersions',
      'formDraft',
      'begin',
      'sections',
      'employees',
      'newEmployee',
      'employeeList',
      'employee',
      'newPhones',
      'alarms',
      'securityEvents',
      'import',
      'binder',
      'deviceRequests',
      'received',
      'roles',
      'amendments',
      'newPatients',
      'review',
    ],
  },
  shiftLead: {
    own: ['binder', 'received'],
    lacks: [
      'newContact',
      'contact',
      'municipalForms',
      'formVersions',
      'formDraft',
      'begin',
      'sections',
      'employees',
      'newEmployee',
      'employeeList',
      'employee',
      'newPhones',
      'alarms',
      'securityEvents',
      'import',
      'deviceRequests',
      'roles',
      'amendments',
      'newPatients',
      'review',
    ],
  },
  sectionLeader: {
    own: [
      'import',
      'binder',
      'received',
      'review',
      'amendments',
      'municipalForms',
      'newPatients',
      'employees',
      'deviceRequests',
      'newPhones',
    ],
    lacks: ['begin', 'sections', 'alarms', 'securityEvents', 'roles'],
  },
  hdu: {
    own: [],
    lacks: [
      'powerPlaces',
      'countdown',
      'ifPowerGoes',
      'callList',
      'visits',
      'visit',
      'personInIncident',
      'workList',
      'newContact',
      'contact',
      'municipalForms',
      'formVersions',
      'formDraft',
      'begin',
      'sections',
      'employees',
      'newEmployee',
      'employeeList',
      'employee',
      'newPhones',
      'alarms',
      'securityEvents',
      'import',
      'binder',
      'deviceRequests',
      'received',
      'roles',
      'amendments',
      'newPatients',
      'review',
    ],
  },
  administrator: {
    own: ['begin', 'sections', 'employees', 'newPhones', 'alarms', 'securityEvents', 'roles'],
    lacks: [
      'whatFails',
      'changeIncident',
      'powerPlaces',
      'countdown',
      'ifPowerGoes',
      'callList',
      'visits',
      'visit',
      'personInIncident',
      'lists',
      'patientList',
      'workList',
      'patient',
      'isbar',
      'medication',
      'signingList',
      'newContact',
      'contact',
      'startForm',
      'municipalForms',
      'formVersions',
      'formDraft',
      'import',
      'binder',
      'deviceRequests',
      'received',
      'amendments',
      'newPatients',
      'amend',
      'review',
    ],
  },
} satisfies Record<Role, { own: string[]; lacks: string[] }>

const cases = Object.entries(expected).flatMap(([role, of]) => {
  const known = (['nurse', 'shiftLead', 'sectionLeader', 'hdu', 'administrator'] as const).find(
    (one) => one === role,
  )
  return known === undefined ? [] : [{ role: known, ...of }]
})

test.each(cases)('a $role opens the places of the role and lacks the others', ({ role, ...of }) => {
  expect(names.filter((name) => lackOf(role, name) !== null)).toEqual(of.lacks)
  expect(rolePlacesOf(role).map(({ place }) => place)).toEqual(of.own)
})

test('her own drafts and what she has sent are open to every role', () => {
  for (const { role } of cases) {
    const own = (['write', 'draft', 'correct', 'sent'] as const).map((name) => lackOf(role, name))
    expect(own).toEqual([null, null, null, null])
  }
})
