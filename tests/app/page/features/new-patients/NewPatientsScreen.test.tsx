import { expect, test } from 'vitest'
import type { NewPatient } from '#app/bridge/new-patients.ts'
import type { DecidePatientLink } from '#contract/new-patients/decide-patient-link.ts'
import { accepted, refused } from '#domain/base/result.ts'
import { aPatient, aPatientId } from '../../../../support/a-patient.ts'
import { kari } from '../../../../support/an-amendment.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { night, openReading, pageBench } from '../../../../support/page-bench.tsx'

const listed = aPatient({ name: { family: 'Nilsen', given: 'Aud' }, ehrId: '100222' })
const temporary = aPatient({
  id: aPatientId(90),
  name: { family: 'Nielsen', given: 'Aud' },
  ehrId: null,
  temporary: { by: kari, registeredAt: night, entries: [] },
})
const waiting: NewPatient = {
  temporary,
  proposals: [{ patient: listed, reasons: ['personalNumber', 'address'] }],
  decisions: [],
}
const joined: NewPatient = {
  temporary: { ...temporary, id: aPatientId(91), name: { family: 'Berg', given: 'Per' } },
  proposals: [],
  decisions: [
    {
      decision: {
        kind: 'same',
        patientId: listed.id,
        patientZone: listed.zone,
        by: kari,
        at: night,
      },
      patient: listed,
    },
  ],
}

function leader(all: readonly NewPatient[], answer: 'answers' | 'silent' = 'answers') {
  const asked: DecidePatientLink[] = []
  const bench = pageBench({
    role: 'sectionLeader',
    queries: { newPatients: () => Promise.resolve(openReading([...all])) },
    api: {
      decidePatientLink(message) {
        asked.push(message)
        const { temporaryId } = message
        return Promise.resolve(
          answer === 'silent'
            ? refused({ kind: 'unreachable' } as const)
            : accepted({ kind: 'decided', temporaryId } as const),
        )
      },
    },
  })
  return { bench, asked }
}

test('a proposal says why, and a leader joins, leaves apart or undoes', async () => {
  const { bench, asked } = leader([waiting, joined])
  const screen = await bench.draw('/nye-brukere')

  await expect.element(screen.getByText('Kan være Nilsen, Aud')).toBeVisible()
  await expect
    .element(screen.getByText(/Fordi fødselsnummeret er det samme, adressen er den samme/))
    .toBeVisible()
  await expect
    .element(screen.getByText(/^Samme person som Nilsen, Aud\. Avgjort av Kari/))
    .toBeVisible()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
  await screen.getByRole('button', { name: 'Samme person' }).click()
  await screen.getByRole('button', { name: 'To personer' }).click()
  await screen.getByRole('button', { name: 'Angre' }).click()

  await expect.poll(() => asked.map(({ choice }) => choice)).toEqual(['same', 'apart', 'undone'])
  expect(asked[0]).toMatchObject({ temporaryId: temporary.id, patientId: listed.id })
  expect(asked[2]).toMatchObject({ temporaryId: joined.temporary.id, patientId: listed.id })
})

test('without network nothing is decided, and the screen says why', async () => {
  const { bench } = leader([waiting], 'silent')
  const screen = await bench.draw('/nye-brukere')

  await screen.getByRole('button', { name: 'Samme person' }).click()

  await expect.element(screen.getByText(/Du må ha nett for å avgjøre/)).toBeVisible()
})

test('nobody who is like her, and nobody to decide about, are said in words', async () => {
  const alone = await leader([{ ...waiting, proposals: [] }]).bench.draw('/nye-brukere')
  await expect.element(alone.getByText(/^Ingen i lista ligner\./)).toBeVisible()
  await alone.unmount()

  const empty = await leader([]).bench.draw('/nye-brukere')
  await expect.element(empty.getByText('Ingen midlertidige brukere')).toBeVisible()
})
