import { expect, test } from 'vitest'
import type { ListedFacts } from '#domain/roster/listed-person.ts'
import type { ListReading } from '#server/import/people/list-reading.ts'
import { readCase, readLines } from '../../../support/a-list.ts'

function read(heading: string, value: string): ListReading {
  return readLines([`Navn;Født;${heading}`, `Hansen, Kari;01.11.1947;${value}`])
}

function facts(heading: string, value: string): Partial<ListedFacts> | undefined {
  return read(heading, value).people[0]?.facts
}

test.each([
  ['Tjenester', 'bst / trygghetsalarm', ['BST', 'TRY']],
  ['Vedtak', 'TRY - Trygghetsalarm, VEM', ['TRY', 'VEM']],
  ['tjenestekode', 'BST TRY', ['BST', 'TRY']],
  ['Tjeneste(r)', 'Fotpleie', ['FOTPLEIE']],
  ['Tjenester', 'TRY + VEM', ['TRY', 'VEM']],
  ['Tjenester', 'TRY og VEM', ['TRY', 'VEM']],
  ['Tjenester', 'TRY & VEM • BST', ['TRY', 'VEM', 'BST']],
  ['Tjenester', 'TRY Trygghetsalarm VEM Dispenser', ['TRY', 'VEM']],
  ['Tjenester', 'Praktisk bistand, daglige gjøremål, TRY', ['PRB', 'TRY']],
  ['Tjenester', 'TRY (01.01.2025-), VEM 2/uke', ['TRY', 'VEM']],
  ['Tjenester', 'Følge og støtte', ['FØLGE_OG_STØTTE']],
  ['Tjenester', 'Ingen', []],
])('%s «%s»', (heading, value, services) => {
  expect(facts(heading, value)?.services).toEqual(services)
})

test('a service that the table lacks is kept and told of', () => {
  expect(read('Tjenester', 'XYZ').warnings).toEqual([
    { line: 2, warning: { kind: 'unknownService', code: 'XYZ' } },
  ])
})

test.each([
  ['Adresse', 'FORTROLIG', 'confidential'],
  ['Adresse', 'Strengt fortrolig adresse', 'strictlyConfidential'],
  ['H', 'H', 'confidential'],
  ['Adressesperre', 'kode 6', 'strictlyConfidential'],
  ['Adressesperre', 'kode 7', 'confidential'],
  ['Kode 6', 'X', 'strictlyConfidential'],
  ['Gradering', 'STRENGT_FORTROLIG', 'strictlyConfidential'],
  ['Gradering', 'Ugradert', 'none'],
  ['Merknad', 'Har hemmelig adresse', 'confidential'],
])('%s «%s» protects: %s', (heading, value, level) => {
  expect(facts(heading, value)?.addressProtection).toBe(level)
})

test.each([
  ['Bor alene', 'ja', true],
  ['Bor alene', 'Bor alene', true],
  ['Bor alene', 'nei', false],
  ['Bor alene', 'Nei, med datter', false],
  ['Bor alene', 'samboer', false],
  ['Bor alene', 'kanskje', null],
  ['Bor alene', 'ukjent', null],
  ['Bor alene', '?', null],
  ['Bor alene', 'Ja, mann på sykehjem', true],
  ['Bor alene', 'ikke alene', null],
  ['Bor med', 'ektefelle', false],
  ['Bor med', 'alene', true],
  ['Bor med', 'ingen', true],
  ['Husstand', '2 personer', false],
  ['Husstand', '1', true],
  ['Boforhold', 'Enebolig', null],
  ['Boforhold', 'ukjent', null],
])('%s «%s» says that she lives alone: %s', (heading, value, alone) => {
  expect(facts(heading, value)?.livesAlone).toBe(alone)
})

test.each(['kanskje', 'ukjent', '-', 'Ja/Nei', 'ja?', 'Vet ikke'])(
  'whether she lives alone is not known by «%s», and told of',
  (value) => {
    expect(facts('Bor alene', value)?.livesAlone).toBeNull()
    expect(read('Bor alene', value).warnings).toEqual([
      { line: 2, warning: { kind: 'unclearValue', heading: 'Bor alene', value } },
    ])
  },
)

test('a code is taken out of whatever text it stands in', () => {
  expect(facts('Nøkkel', 'Nøkkelboks ved kjellerdør, kode 4711')).toMatchObject({
    access: [{ kind: 'keyBox', description: 'Nøkkelboks ved kjellerdør', code: '4711' }],
  })
  expect(facts('Merknad', 'Hund. Dørkode: 1234#')).toMatchObject({
    remarks: ['Hund.'],
    codes: [{ code: '1234#' }],
  })
})

test.each([
  ['Datter: Liv Haugen, tlf. 900 00 512', 'Liv Haugen', 'Datter', '900 00 512'],
  ['Liv Haugen, datter, +47 33445566', 'Liv Haugen', 'datter', '33 44 55 66'],
  ['Liv Haugen', 'Liv Haugen', null, null],
  ['Datter Liv 900 00 512', 'Liv', 'Datter', '900 00 512'],
  ['Liv Haugen | datter | 90000512', 'Liv Haugen', 'datter', '900 00 512'],
  ['Liv Haugen/90000512', 'Liv Haugen', null, '900 00 512'],
  ['Nabo i 2. etg. 90000512', 'Nabo i 2. etg.', null, '900 00 512'],
])('next of kin «%s»', (value, name, relation, phone) => {
  expect(facts('Pårørende', value)?.nextOfKin).toEqual([
    { name, relation, phone, canLookIn: false },
  ])
})

test('a bare «Telefon» after the next of kin is theirs', () => {
  const [person] = readLines([
    'Navn;Født;Pårørende;Telefon',
    'Hansen, Kari;01.11.1947;Liv Haugen;90000512',
  ]).people

  expect(person?.facts.nextOfKin?.[0]?.phone).toBe('900 00 512')
  expect(person?.facts.phone).toBeUndefined()
})

test('a device that is left out gives its battery to none of the others', () => {
  const [person] = readLines([
    'Navn;Født;Hjelpemiddel;Batteri (timer)',
    'Hansen, Kari;01.11.1947;"-;O2-konsentrator";"4;0"',
  ]).people

  expect(person?.facts.devices).toMatchObject([{ listedAs: 'O2-konsentrator', batteryMinutes: 0 }])
})

test('devices come with battery and tolerance, in hours where the heading says so', () => {
  const [person] = readLines([
    'Navn;Født;Hjelpemiddel;Batteri (timer);Tåler uten',
    'Hansen, Kari;01.11.1947;CPAP;1,5;30 min',
  ]).people

  expect(person?.facts.devices).toMatchObject([
    { listedAs: 'CPAP', batteryMinutes: 90, toleranceMinutes: 30, reserve: null },
  ])
})

test.each([
  ['1947-11-01', '1947-11-01'],
  ['1.11.1947', '1947-11-01'],
  ['01/11/1947', '1947-11-01'],
  ['01111947', '1947-11-01'],
  ['01.11.1947 00:00:00', '1947-11-01'],
  ['01.11.47', '1947-11-01'],
  ['01.11.24', null],
  ['31.02.1941', null],
  ['ukjent', null],
])('the birth date «%s» is %s', (value, bornOn) => {
  const list = readLines(['Navn;Adresse;Født', `Hansen, Kari;Furuveien 12;${value}`])

  expect(list.people[0]?.bornOn).toBe(bornOn)
  expect(list.warnings.some(({ warning }) => warning.kind === 'birthDate')).toBe(bornOn === null)
})

test('dose times are found however they are written', () => {
  expect(facts('Dosetider', 'kl. 8, 12.30 og 2000')?.doseTimes).toEqual(['08:00', '12:30', '20:00'])
})

test('a number that lost its leading zero gets it back', () => {
  const list = readLines(['Navn;Fnr', 'Hansen, Kari;1914796756'])

  expect(list.people[0]?.personalNumber?.value).toBe('01914796756')
  expect(list.warnings).toMatchObject([{ warning: { kind: 'leadingZero' } }])
})

test('a cell that begins as a formula is kept as text and told of', () => {
  const list = readLines(['Navn;Født;Merknad', 'Hansen, Kari;01.11.1947;=HYPERLINK("x")'])

  expect(list.people[0]?.facts.remarks).toEqual(['=HYPERLINK("x")'])
  expect(list.warnings).toMatchObject([{ warning: { kind: 'formulaLike' } }])
})

test.each([
  'Per Hansen 90000512, Liv Hansen 41000512',
  '1. Per Hansen 90000512 2. Liv Hansen 41000512',
  'Per Hansen 90000512/Liv Hansen tlf 41000512',
])('two next of kin in one cell, each with her phone: «%s»', (value) => {
  expect(facts('Pårørende', value)?.nextOfKin).toMatchObject([
    { name: 'Per Hansen', phone: '900 00 512' },
    { name: 'Liv Hansen', phone: '410 00 512' },
  ])
})

test('who has two phones stands with each', () => {
  expect(facts('Pårørende', 'Liv Haugen mob: 90000512 arb: 33445566')?.nextOfKin).toMatchObject([
    { name: 'Liv Haugen', phone: '900 00 512' },
    { name: 'Liv Haugen', phone: '33 44 55 66' },
  ])
})

test('a phone that cannot be read is told of', () => {
  expect(read('Telefon', '9,0000512E+07').warnings).toEqual([
    {
      line: 2,
      warning: {
        kind: 'unclearValue',
        heading: 'Telefon',
        value: '9,0000512E+07',
        isPhone: true,
      },
    },
  ])
})

test('a dose without a time of day keeps its words and is told of', () => {
  const list = read('Dosetider', '1+0+1+0')

  expect(list.people[0]?.facts).toEqual({ doseTimes: [], remarks: ['Dosetider: 1+0+1+0'] })
  expect(list.warnings).toEqual([
    { line: 2, warning: { kind: 'unclearTime', heading: 'Dosetider', value: '1+0+1+0' } },
  ])
})

test.each([
  [
    'C73-dosing.csv',
    [[], [], [], [], ['08:00', '20:00'], ['08:00'], ['08:00', '14:00', '20:00'], []],
  ],
  ['C67-times.csv', [['08:00', '14:00', '20:00'], [], [], []]],
])('of %s only clock times are read as such, and the rest is told of', (file, times) => {
  const list = readCase(file)
  const untimed = list.people.filter(({ facts }) => facts.doseTimes?.length === 0)
  const told = list.warnings.filter(({ warning }) => warning.kind === 'unclearTime')

  expect(list.people.map(({ facts }) => facts.doseTimes)).toEqual(times)
  expect(told.map(({ line }) => line)).toEqual(
    expect.arrayContaining(untimed.map(({ line }) => line)),
  )
})

test.each([
  ['K', 'female'],
  ['Kvinne', 'female'],
  ['mann', 'male'],
  ['Annet', 'other'],
  ['Ukjent', 'unknown'],
  ['', null],
])('gender «%s» is %s', (word, gender) => {
  expect(facts('Kjønn', word)?.gender).toBe(gender)
})

test('a gender that nobody knows is told of, and not guessed', () => {
  const list = readLines(['Navn;Født;Kjønn', 'Hansen, Kari;01.11.1947;Z'])

  expect(list.people[0]?.facts.gender).toBeNull()
  expect(list.warnings).toMatchObject([{ warning: { kind: 'unclearValue', value: 'Z' } }])
})

test.each([
  ['Operatør', 'Telia', { sims: null, operators: ['Telia'] }],
  ['Operatør/SIM', 'Telenor/ice', { sims: 2, operators: ['Telenor', 'ice'] }],
  ['Antall SIM', '2', { sims: 2, operators: [] }],
  ['SIM', 'ett SIM', { sims: 1, operators: [] }],
  ['To SIM', 'ja', { sims: 2, operators: [] }],
  ['To SIM', 'nei', { sims: 1, operators: [] }],
] as const)('the alarm’s line is a fact: %s «%s»', (heading, value, line) => {
  expect(facts(heading, value)?.alarmLine).toEqual({
    line,
    listedAs: 'Trygghetsalarm',
    description: `${heading}: ${value}`,
  })
  // A list without a column of devices says nothing of them.
  expect(facts(heading, value)).not.toHaveProperty('devices')
})

test('two operators in two columns are two SIM', () => {
  const { people } = readLines([
    'Navn;Født;Hjelpemidler;SIM 1;SIM 2',
    'Hansen, Kari;01.11.1947;O2-konsentrator, Trygghetsalarm mobil;Telia;Telenor',
  ])

  expect(people[0]?.facts.devices).toHaveLength(2)
  expect(people[0]?.facts.alarmLine?.line).toEqual({ sims: 2, operators: ['Telia', 'Telenor'] })
})

test('a number of SIM that cannot be read is told of, and an empty cell makes no alarm', () => {
  expect(read('Antall SIM', 'mange').warnings).toMatchObject([
    { warning: { kind: 'unclearValue', value: 'mange' } },
  ])
  expect(facts('Antall SIM', '')).not.toHaveProperty('alarmLine')
})
