import { describe, expect, test } from 'vitest'
import { besoksnotat } from '#content/forms/besoksnotat.ts'
import { DeviceId, EntryId } from '#domain/base/ids.ts'
import { accepted, refused } from '#domain/base/result.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { aNote } from '../../../support/a-note.ts'
import { aPatient, aPatientId } from '../../../support/a-patient.ts'
import { axeFindingsInBothSchemes } from '../../../support/axe.ts'
import { nextHlc } from '#domain/time/hlc.ts'
import { night, openReading, pageBench } from '../../../support/page-bench.tsx'

const critical = StreamId.parse('demo/real/nord-2/critical')
const protectedOnes = StreamId.parse('demo/real/nord-2/protected')
const forms = StreamId.parse('demo/real/*/forms')
const patientId = aPatientId(1)
const cardPath = `/bruker/${patientId}`

const names = {
  withheld: { patientsByName: () => Promise.resolve(openReading([], { withheld: [critical] })) },
  missing: { patientsByName: () => Promise.resolve(openReading([])) },
}

describe.each([
  // The facts of a row keep together: their spaces do not break.
  ['withheld', /Bruker\ssom\sikke\skan\svises\snå/],
  ['missing', /Bruker\ssom\sikke\ser\spå/],
] as const)('a patient whose list is %s', (kind, name) => {
  test('is called so in what the employee has sent', async () => {
    const bench = pageBench({
      queries: names[kind],
      entries: {
        listOwn() {
          const { author } = bench.profile
          const { form, zone } = aNote('')
          const value = {
            kind: 'cardOpened',
            author,
            patientId,
            openedAt: night,
            revealed: null,
            reason: null,
          } as const
          return Promise.resolve(
            accepted([
              {
                entryId: EntryId.parse(crypto.randomUUID()),
                deviceId: DeviceId.parse(crypto.randomUUID()),
                n: 1,
                form,
                zone,
                incident: null,
                world: 'real' as const,
                capturedAt: night,
                hlc: nextHlc(null, 0),
                state: 'sealed' as const,
                receivedAt: null,
                content: { kind: 'open' as const, value },
              },
            ]),
          )
        },
      },
    })

    const screen = await bench.draw('/sendt')

    await expect.element(screen.getByText(name)).toBeVisible()
  })

  test('is called so in what the leader has received', async () => {
    const bench = pageBench({
      role: 'sectionLeader',
      queries: names[kind],
      reader: { listNotes: () => Promise.resolve(openReading([aNote('Alt vel', { patientId })])) },
    })

    const screen = await bench.draw('/mottatt')

    await expect.element(screen.getByRole('article', { name })).toBeVisible()
  })
})

describe('choosing the patient of a form', () => {
  const allForms = { listForms: () => Promise.resolve(openReading([besoksnotat])) }

  test('a search in lists that are kept back does not say that nobody is there', async () => {
    const bench = pageBench({
      reader: allForms,
      queries: {
        searchPatients: () => Promise.resolve(openReading([], { withheld: [critical] })),
      },
    })
    const screen = await bench.draw('/skriv/besoksnotat')

    await screen.getByLabelText('Hvem gjelder det?').fill('somby')

    await expect.element(screen.getByText('Listene for Nord 2 kan ikke bekreftes')).toBeVisible()
    await expect.element(screen.getByText(/Brukeren kan finnes likevel/)).toBeVisible()
    expect(screen.getByText('Ingen treff').query()).toBeNull()
    expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
  })

  test('a hit from a list that she has opened unverified stands under the red line', async () => {
    const bench = pageBench({
      reader: allForms,
      queries: {
        searchPatients: () =>
          Promise.resolve(openReading([aPatient()], { unverified: [critical] })),
      },
    })
    const screen = await bench.draw('/skriv/besoksnotat')

    await screen.getByLabelText('Hvem gjelder det?').fill('somby')

    const hit = screen.getByRole('link', { name: /Somby/ })
    await expect.element(hit).toBeVisible()
    expect(hit.element().closest('.unverified')).not.toBeNull()
  })

  test('a form whose list is kept back is not said to be missing', async () => {
    const bench = pageBench({
      reader: { listForms: () => Promise.resolve(openReading([], { withheld: [forms] })) },
    })

    const screen = await bench.draw('/skriv/besoksnotat')

    await expect.element(screen.getByText('Skjemaene kan ikke bekreftes')).toBeVisible()
    expect(screen.getByText(/Denne utgaven av skjemaet er ikke/).query()).toBeNull()
  })
})

/** A patient with a hidden address and a key box, whose protected part is kept back. */
function protectedBench() {
  const shown: unknown[] = []
  const patient = aPatient({
    addressProtection: 'confidential',
    access: [
      { id: 'box', kind: 'keyBox', description: 'Ved døra', worksOffline: true, hasCode: true },
    ],
  })
  const bench = pageBench({
    reader: {
      findPatient: () => Promise.resolve(openReading(patient)),
      findProtected: () => Promise.resolve(openReading(null, { withheld: [protectedOnes] })),
    },
    openings: {
      reveal(...what) {
        shown.push(what)
        return Promise.resolve(refused({ kind: 'storageFailed' } as const))
      },
    },
  })
  return { bench, shown }
}

describe('a protected part that cannot be verified', () => {
  test('asks for no reason for a hidden address, and logs nothing as shown', async () => {
    const { bench, shown } = protectedBench()

    const screen = await bench.draw(cardPath)

    await expect
      .element(screen.getByText(/Skjult adresse.*Det kan ikke bekreftes, og vises ikke/).first())
      .toBeVisible()
    expect(screen.getByRole('button', { name: 'Nødrettstilgang' }).query()).toBeNull()
    expect(screen.getByText(/Adressen er ikke på denne telefonen/).query()).toBeNull()
    expect(shown).toEqual([])
  })

  test('keeps a code hidden that is asked for, and logs nothing as shown', async () => {
    const { bench, shown } = protectedBench()
    const screen = await bench.draw(cardPath)

    await screen.getByRole('button', { name: 'Vis kode' }).click()

    await expect
      .element(screen.getByRole('status').getByText(/Det kan ikke bekreftes, og vises ikke/))
      .toBeVisible()
    expect(shown).toEqual([])
  })
})
