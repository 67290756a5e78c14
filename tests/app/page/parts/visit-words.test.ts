import { expect, test } from 'vitest'
import { visitFacts } from '#app/page/parts/visit-words.ts'
import { Visit } from '#domain/lists/work-list.ts'

const visit = Visit.parse({
  id: 'a-visit',
  startsAt: '07:50',
  minutes: 20,
  patientId: '0198b7a4-1111-7000-8000-000000000001',
  tasks: ['Medisin', 'Dusj'],
  medicationAt: null,
  staff: 1,
  postponableUntil: null,
  route: null,
  remark: null,
})

test('the task «Medisin» gives way to the hour of the medicine', () => {
  const [line] = visitFacts(Visit.parse({ ...visit, medicationAt: '08:00' }))

  expect(line?.replaceAll('\u00A0', ' ')).toBe('Dusj · medisin 08:00')
})

test('without an hour the task stands, and what else one must know on a line of its own', () => {
  const lines = visitFacts({ ...visit, staff: 2, remark: 'Ny bandasje' })

  expect(lines.map((line) => line.replaceAll('\u00A0', ' '))).toEqual([
    'Medisin · Dusj · 2 ansatte',
    'Ny bandasje',
  ])
})
