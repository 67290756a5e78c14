import { expect, test } from 'vitest'
import type { ShownAmendment } from '#domain/amendments/beside-amendment.ts'
import { noAmendments } from '../../../../support/no-amendments.ts'
import {
  aDetailsAmendment,
  aDose,
  anAmendment,
  anEntryId,
} from '../../../../support/an-amendment.ts'
import { aCountdown, aCountdownRow, aNamed, inOutage } from '../../../../support/an-outage.ts'
import { night, openReading, pageBench } from '../../../../support/page-bench.tsx'

const lie = aNamed(2, 'Lie, Torbjørn')
const about = { patientId: lie.id }

function shown(amendment: ShownAmendment['amendment']): ShownAmendment {
  return { amendment, listed: null, hasBegun: true, isProtected: false }
}

test('who is empty first has changed medicines counted, and what says where she is in words', async () => {
  const standing = [
    shown(aDetailsAmendment({ ...about, entryId: anEntryId(1) })),
    shown(
      aDetailsAmendment({ ...about, entryId: anEntryId(2), body: aDose({ medicine: 'Paracet' }) }),
    ),
    shown(anAmendment({ ...about, entryId: anEntryId(3) })),
  ]
  const bench = pageBench({
    queries: {
      amendments: () =>
        Promise.resolve({ ...noAmendments, value: { standing, replaced: [], contradicted: [] } }),
    },
    incidents: inOutage({
      now: () => Promise.resolve(night),
      countdown: () =>
        Promise.resolve(openReading(aCountdown({ known: [aCountdownRow(lie, { minutes: 180 })] }))),
    }),
  })
  const screen = await bench.draw('/tom-forst')
  const row = screen.getByRole('listitem').filter({ hasText: 'Lie, Torbjørn' })

  await expect.element(row).toMatchTextContent(/2 endringer i legemidler siden lista/)
  await expect.element(row).toMatchTextContent(/Innlagt/)
  await expect.element(row).not.toMatchTextContent(/Furix/)
})
