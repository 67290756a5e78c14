import { expect, test } from 'vitest'
import { Patient } from '#domain/patient/patient.ts'
import * as z from 'zod/mini'
import { demoBodies } from '../support/demo-streams.ts'

const Stored = z.extend(Patient, { asOf: z.nullable(z.string()) })

const patients = [...demoBodies('demo').values()]
  .flat()
  .filter(({ schema }) => schema === 'patient@1')
  .map(({ body }) => Stored.parse(body))

test('nobody who lies in bed or is moved by two opens her own door', () => {
  const unable = patients.filter(({ mobility }) => /liggende|2 personer/i.test(mobility ?? ''))

  expect(unable.length).toBeGreaterThan(5)
  expect(unable.filter(({ access }) => access.some(({ kind }) => kind === 'opensDoor'))).toEqual([])
})
