import { expect, test } from 'vitest'
import { PatientId, SectionId } from '#domain/base/ids.ts'
import type { ListReading } from '#server/import/people/list-reading.ts'
import { planImport, type ImportPlan } from '#server/import/roster/plan-import.ts'
import { importContext, readCase, readLines } from '../../../support/a-list.ts'

const section = SectionId.parse('nord')
const zones = importContext.zones.map((zone) => ({ ...zone, section }))

function plan(list: ListReading, roster: ImportPlan['gone'] = []): ImportPlan {
  return planImport(list, {
    section,
    roster,
    times: new Map(),
    zones,
    now: importContext.now,
    findDeviceKind: () => null,
    propose: (record) => record,
  })
}

/** The roster after a first list, each patient with an id of her own. */
function rosterOf(list: ListReading): ImportPlan['gone'] {
  return plan(list).added.map(({ after }, place) => ({
    ...after,
    patient: {
      ...after.patient,
      id: PatientId.parse(`00000000-0000-4000-8000-${String(place).padStart(12, '0')}`),
    },
  }))
}

function nameOf({ name }: { name: { family: string; given: string } }): string {
  return `${name.family}, ${name.given}`
}

function moves({ added, changed, unchanged, gone }: ImportPlan) {
  return {
    added: added.map(({ listed }) => nameOf(listed)),
    kept: [...changed, ...unchanged]
      .map(({ before, listed }) => [before && nameOf(before.patient), nameOf(listed)])
      .toSorted(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1)),
    gone: gone.map(({ patient }) => nameOf(patient)),
  }
}

test.each(['E01', 'C77-rownumber-id'])(
  'a list that numbers its lines, with a new person in front, makes nobody somebody else: %s',
  (name) => {
    const week1 = rosterOf(readCase(`${name}-w1.csv`))
    const week2 = plan(readCase(`${name}-w2.csv`), week1)

    expect(moves(week2)).toEqual({
      added: ['Aas, Berit'],
      kept: [
        ['Berg, Per', 'Berg, Per'],
        ['Hansen, Kari', 'Hansen, Kari'],
        ['Hansen, Nils', 'Hansen, Nils'],
      ],
      gone: [],
    })
  },
)

test('a patient keeps what was known of her when the lines move', () => {
  const week2 = plan(readCase('E01-w2.csv'), rosterOf(readCase('E01-w1.csv')))
  const critical = week2.changed.map(({ after: { patient } }) => [
    patient.name.given,
    patient.critical.map(({ text }) => text),
  ])

  expect(critical).toEqual([
    ['Kari', ['Penicillin']],
    ['Nils', []],
    ['Per', ['Nøtter']],
  ])
})

test('an id that the roster knows still joins a new family name', () => {
  const header = 'Løpenr;Navn;Født'
  const roster = rosterOf(readLines([header, '1;Hansen, Kari;01.02.1940', '2;Lie, Per;02.02.1940']))
  const next = plan(readLines([header, '1;Berg, Kari;01.02.1940', '2;Lie, Per;02.02.1940']), roster)

  expect(moves(next)).toMatchObject({ added: [], gone: [] })
})

test('two of one name, of whom nothing else is known, stay the two that they were', () => {
  const lines = ['Navn;Telefon', 'Hansen, Kari;90000501', 'Hansen, Kari;90000502']
  const next = plan(readLines(lines), rosterOf(readLines(lines)))

  expect(next.unchanged).toHaveLength(2)
})

test('two with one id and two birth dates stay the two that they were', () => {
  const list = readCase('C78-same-id-other-birth.csv')

  expect(plan(list, rosterOf(list)).unchanged).toHaveLength(2)
  expect(list.warnings.map(({ warning }) => warning.kind)).toContain('sharedEhrId')
})
