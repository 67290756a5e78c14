import { expect, test } from 'vitest'
import { readAlarmLine } from '#domain/patient/alarm-line.ts'
import { alarmLinesOf, countAlarmLines } from '#domain/patient/alarm-lines.ts'
import { aDevice } from '../../support/a-patient.ts'

test.each([
  ['To SIM-kort', { sims: 2, operators: [] }],
  ['4G, 2 SIM', { sims: 2, operators: [] }],
  ['dual-SIM', { sims: 2, operators: [] }],
  ['Telia', { sims: null, operators: ['Telia'] }],
  ['Telenor og Ice', { sims: 2, operators: ['Telenor', 'Ice'] }],
  ['ett SIM, Telenor', { sims: 1, operators: ['Telenor'] }],
  ['Røykvarsler koblet til', null],
  // A word within a word is no operator.
  ['Ligger i service hos pårørende', null],
])('«%s» says of the line: %o', (text, line) => {
  expect(readAlarmLine(text)).toEqual(line)
})

const alarm = (more: Parameters<typeof aDevice>[0] = {}) =>
  aDevice({ kind: 'safety-alarm', listedAs: 'Trygghetsalarm', description: null, ...more })

test('what a list has told counts before what its text seems to say; other devices have no line', () => {
  const told = alarm({ description: 'Telia', line: { sims: 1, operators: ['Ice'] } })

  expect(
    alarmLinesOf({ devices: [told, aDevice({ kind: 'suction', description: 'Telia' })] }),
  ).toEqual([{ sims: 1, operators: ['Ice'] }])
})

test('each patient is counted once: two SIM, else her operator, else as not known', () => {
  const people = [
    [alarm({ description: 'To SIM-kort' }), alarm({ description: 'Telia' })],
    [alarm({ description: 'Telia' })],
    [alarm({ line: { sims: null, operators: ['TELIA'] } })],
    [alarm({ description: 'Telenor' })],
    [alarm()],
    [],
  ].map((devices) => ({ devices }))

  expect(countAlarmLines(people)).toEqual({
    twoSims: 1,
    byOperator: [
      { operator: 'Telia', count: 2 },
      { operator: 'Telenor', count: 1 },
    ],
    unknown: 2,
  })
})
