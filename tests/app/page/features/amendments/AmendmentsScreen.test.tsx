import { expect, test } from 'vitest'
import type { DecideAmendment } from '#contract/amendments/decide-amendment.ts'
import { type ShownAmendment, besideList } from '#domain/amendments/beside-amendment.ts'
import { accepted, refused } from '#domain/base/result.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { aMedication, someDetails } from '../../../../support/a-binder.ts'
import { aPatient } from '../../../../support/a-patient.ts'
import { aDetailsAmendment, anEntryId, anOutcome, kari } from '../../../../support/an-amendment.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { noAmendments } from '../../../../support/no-amendments.ts'
import { night, openReading, pageBench } from '../../../../support/page-bench.tsx'

const patient = aPatient()
const details = someDetails({ medications: [aMedication()] })

function shown(fields: Parameters<typeof aDetailsAmendment>[0]): ShownAmendment {
  return besideList(aDetailsAmendment(fields), { patient, details }, plusMinutes(night, 24 * 60))
}

const disputed = shown({ outcome: anOutcome() })
const decided = shown({
  entryId: anEntryId(2),
  outcome: anOutcome({ decision: { kind: 'listRight', by: kari, at: night } }),
})

function leader(contradicted: readonly ShownAmendment[], answer: 'answers' | 'silent' = 'answers') {
  const asked: DecideAmendment[] = []
  const bench = pageBench({
    role: 'sectionLeader',
    queries: {
      amendments: () => Promise.resolve(openReading({ standing: [], replaced: [], contradicted })),
      patientsByName: () => Promise.resolve(openReading([{ ...patient, former: null }])),
    },
    api: {
      decideAmendment(message) {
        asked.push(message)
        return Promise.resolve(
          answer === 'silent'
            ? refused({ kind: 'unreachable' } as const)
            : accepted({ kind: 'decided', entryId: message.entryId } as const),
        )
      },
    },
  })
  return { bench, asked }
}

test('what a list says otherwise of stands with both, and what is decided can be undone', async () => {
  const { bench, asked } = leader([disputed, decided])
  const screen = await bench.draw('/endringer')

  await expect.element(screen.getByText('1 å avgjøre')).toBeVisible()
  await expect
    .element(
      screen
        .getByText(
          /^Dose endret .* av Kari Nordmann: Furix 40 mg: 2 tabletter kl\. 08 .*lista sier 1 tablett kl\. 08:00/,
        )
        .first(),
    )
    .toBeVisible()
  await expect.element(screen.getByText(/^Kari Nordmann fulgte lista/)).toBeVisible()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
  await screen.getByRole('button', { name: 'Endringen gjelder' }).click()
  await screen.getByRole('button', { name: 'Angre' }).click()

  await expect.poll(() => asked.map(({ choice }) => choice)).toEqual(['kept', 'undone'])
  expect(asked[0]).toMatchObject({ entryId: anEntryId(1), zone: patient.zone })
})

test('without network nothing is decided, and the screen says why', async () => {
  const { bench } = leader([disputed], 'silent')
  const screen = await bench.draw('/endringer')

  await screen.getByRole('button', { name: 'Lista har rett' }).click()

  await expect.element(screen.getByText(/Du må ha nett for å avgjøre/)).toBeVisible()
})

test('when nothing is contradicted it says so', async () => {
  const bench = pageBench({
    role: 'sectionLeader',
    queries: { amendments: () => Promise.resolve(noAmendments) },
  })
  const screen = await bench.draw('/endringer')

  await expect.element(screen.getByText('Ingenting å avgjøre')).toBeVisible()
})
