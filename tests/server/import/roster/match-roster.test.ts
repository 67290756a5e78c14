import { expect, test } from 'vitest'
import { PatientId, SectionId } from '#domain/base/ids.ts'
import type { RosterRecord } from '#domain/roster/roster-record.ts'
import type { ListReading } from '#server/import/people/list-reading.ts'
import { planImport, type ImportPlan } from '#server/import/roster/plan-import.ts'
import { quietTask } from '#server/import/task/import-task.ts'
import { importContext, readCase, readLines } from '../../../support/a-list.ts'

const section = SectionId.parse('nord')
const zones = importContext.zones.map((zone) => ({ ...zone, section }))

function plan(list: ListReading, roster: ImportPlan['gone'] = []): Promise<ImportPlan> {
  const ground = {
    section,
    roster,
    times: new Map(),
    zones,
    placements: [],
    now: importContext.now,
    findDeviceKind: () => null,
    propose: (record: RosterRecord) => record,
  }
  return planImport(list, ground, quietTask())
}

/** The roster after a first list, each patient with an id of her own. */
async function rosterOf(list: ListReading): Promise<ImportPlan['gone']> {
  const { added } = await plan(list)
  return added.map(({ after }, place) => ({
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
  async (name) => {
    const week1 = await rosterOf(readCase(`${name}-w1.csv`))
    const week2 = await plan(readCase(`${name}-w2.csv`), week1)

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

test('a patient keeps what was known of her when the lines move', async () => {
  const week2 = await plan(readCase('E01-w2.csv'), await rosterOf(readCase('E01-w1.csv')))
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

test('an id that the roster knows still joins a new family name', async () => {
  const header = 'Løpenr;Navn;Født'
  const before = ['1;Hansen, Kari;01.02.1940', '2;Lie, Per;02.02.1940']
  const roster = await rosterOf(readLines([header, ...before]))
  const list = readLines([header, '1;Berg, Kari;01.02.1940', '2;Lie, Per;02.02.1940'])
  const next = await plan(list, roster)

  expect(moves(next)).toMatchObject({ added: [], gone: [] })
})

test('two of one name, of whom nothing else is known, stay the two that they were', async () => {
  const lines = ['Navn;Telefon', 'Hansen, Kari;90000501', 'Hansen, Kari;90000502']
  const next = await plan(readLines(lines), await rosterOf(readLines(lines)))

  expect(next.unchanged).toHaveLength(2)
})

test('two with one id and two birth dates stay the two that they were', async () => {
  const list = readCase('C78-same-id-other-birth.csv')

  const next = await plan(list, await rosterOf(list))

  expect(next.unchanged).toHaveLength(2)
  expect(list.warnings.map(({ warning }) => warning.kind)).toContain('sharedEhrId')
})
