import { describe, expect, test } from 'vitest'
import { accepted, refused } from '#domain/base/result.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { aPatient, aPatientId, aRecord } from '../../../support/a-patient.ts'
import { axeFindingsInBothSchemes } from '../../../support/axe.ts'
import type { fullTrust } from '../../../support/full-trust.ts'
import { emptyOverview, openReading, pageBench } from '../../../support/page-bench.tsx'

const critical = StreamId.parse('demo/real/nord-2/critical')
const details = StreamId.parse('demo/real/nord-2/details')
const journal = StreamId.parse('demo/real/nord-2/journal')
const protectedOnes = StreamId.parse('demo/real/nord-2/protected')
const cards = StreamId.parse('demo/real/*/cards')
const worklists = StreamId.parse('demo/real/nord-2/worklists')

const rows = (patients: number) => ({
  rows: [],
  total: patients,
  people: patients,
  unknownBatteries: 0,
  protectedAddresses: 0,
  away: [],
  services: [],
  asOf: null,
})

/** A device whose list for the zone cannot be verified, until the employee opens it all the same. */
function withheldBench(openUnverified?: () => Promise<ReturnType<typeof refused>>) {
  const opened: (readonly StreamId[])[] = []
  let isOpened = false
  const bench = pageBench({
    queries: {
      patientsByName: () =>
        Promise.resolve(openReading([], { withheld: isOpened ? [] : [critical] })),
      patientRows: () =>
        Promise.resolve(
          isOpened
            ? openReading(rows(1), { unverified: [critical] })
            : openReading(rows(0), { withheld: [critical] }),
        ),
    },
    openings: {
      openUnverified(streams) {
        opened.push(streams)
        if (openUnverified !== undefined) {
          return Promise.resolve(refused({ kind: 'storageFailed' } as const))
        }
        isOpened = true
        return Promise.resolve(accepted(null))
      },
    },
  })
  return { bench, opened }
}

describe('a list that cannot be verified', () => {
  test('is kept back in words, with what to do and what repairs it, and is never said to be empty', async () => {
    const { bench } = withheldBench()

    const screen = await bench.draw('/lister/samtlige')

    await expect.element(screen.getByText('Listene for Nord 2 kan ikke bekreftes')).toBeVisible()
    const notice = screen.getByRole('alert')
    await expect.element(notice).toMatchTextContent('kan være endret av andre')
    await expect.element(notice).toMatchTextContent('ring ansvarsvakt')
    await expect.element(notice).toMatchTextContent('Hentes på nytt når telefonen får kontakt')
    await expect.element(notice).toMatchTextContent('Det blir logget')
    expect(screen.getByText(/Ingen/).query()).toBeNull()
    expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
  })

  test('opens with one press, and stays under a red line that does not go away', async () => {
    const { bench, opened } = withheldBench()
    const screen = await bench.draw('/lister/samtlige')

    await screen.getByRole('button', { name: 'Vis likevel' }).click()

    await expect.element(screen.getByText('Listene for Nord 2 er ikke bekreftet')).toBeVisible()
    await expect.element(screen.getByText('1 bruker')).toBeVisible()
    expect(opened).toEqual([[critical]])
    const line = screen.getByText('1 bruker').element().closest('.unverified')
    expect(line === null ? null : getComputedStyle(line).borderLeftStyle).toBe('solid')
    expect(screen.getByRole('button', { name: 'Vis likevel' }).query()).toBeNull()
    expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
  })

  test('stays closed when its opening cannot be logged, and says why', async () => {
    const { bench } = withheldBench(() => Promise.resolve(refused({ kind: 'storageFailed' })))
    const screen = await bench.draw('/lister/samtlige')

    await screen.getByRole('button', { name: 'Vis likevel' }).click()

    await expect.element(screen.getByText(/telefonen er full/)).toBeVisible()
    await expect.element(screen.getByText('Listene for Nord 2 kan ikke bekreftes')).toBeVisible()
    await expect.element(screen.getByRole('button', { name: 'Vis likevel' })).toBeEnabled()
  })
})

test('a list that is older than the phone had says its age, and is shown', async () => {
  const bench = pageBench({
    queries: {
      patientRows: () => Promise.resolve(openReading(rows(3), { older: [critical, journal] })),
    },
  })

  const screen = await bench.draw('/lister/samtlige')

  await expect
    .element(screen.getByText('Listene og notatene for Nord 2 er eldre enn det telefonen hadde'))
    .toBeVisible()
  await expect.element(screen.getByText(/fra i går 21:15/)).toBeVisible()
  await expect.element(screen.getByText('3 brukere')).toBeVisible()
  expect(screen.getByRole('alert').query()).toBeNull()
})

test('an overview that keeps people back gives no count as the whole', async () => {
  const counts = { ...emptyOverview.counts, all: 12 }
  const bench = pageBench({
    queries: {
      overview: () =>
        Promise.resolve(openReading({ ...emptyOverview, counts }, { withheld: [critical] })),
    },
  })

  const screen = await bench.draw('/lister')

  await expect.element(screen.getByText('minst 12')).toBeVisible()
  expect(screen.getByText('ukjent', { exact: true }).elements()).toHaveLength(7)
  expect(screen.getByText('0', { exact: true }).elements()).toHaveLength(2)
})

test('a search that finds nobody does not say that nobody is there', async () => {
  const bench = pageBench({
    queries: {
      overview: () => Promise.resolve(openReading(emptyOverview, { withheld: [critical] })),
      searchPatients: () => Promise.resolve(openReading([], { withheld: [critical] })),
    },
  })
  const screen = await bench.draw('/lister')

  await screen.getByRole('searchbox').fill('somby')

  await expect.element(screen.getByText(/Fant ikke «somby» i det telefonen kan vise/)).toBeVisible()
  await expect.element(screen.getByText('Listene for Nord 2 kan ikke bekreftes')).toBeVisible()
  expect(screen.getByText(/Ingen treff/).query()).toBeNull()
})

test('the front page says it of its own list, and in one line with a link of all others', async () => {
  const bench = pageBench({
    queries: {
      patientsByName: () => Promise.resolve(openReading([], { withheld: [critical] })),
      fittingWorkLists: () => Promise.resolve(openReading([], { withheld: [worklists] })),
      overview: () => Promise.resolve(openReading(emptyOverview, { withheld: [critical] })),
    },
  })

  const screen = await bench.draw('/')

  await expect
    .element(screen.getByText('Arbeidslistene for Nord 2 kan ikke bekreftes'))
    .toBeVisible()
  await expect.element(screen.getByText('Noe på telefonen kan ikke bekreftes')).toBeVisible()
  await expect
    .element(screen.getByRole('link', { name: 'Se hva under Lister' }))
    .toHaveAttribute('href', '/lister')
  expect(screen.getByText(/Ingen/).query()).toBeNull()
})

test('cards that cannot be verified are not said to be missing', async () => {
  const bench = pageBench({
    reader: { listCards: () => Promise.resolve(openReading([], { withheld: [cards] })) },
  })

  const screen = await bench.draw('/tiltakskort')

  await expect.element(screen.getByText('Tiltakskortene kan ikke bekreftes')).toBeVisible()
  expect(screen.getByText(/Ingen .*kort/).query()).toBeNull()
})

type Trust = Partial<typeof fullTrust>

const patient = aPatient()

/** A patient of whom each part is trusted as a test says; what is kept back is not in the answer. */
function cardBench(trust: {
  patient?: Trust
  details?: Trust
  journal?: Trust
  protected?: Trust
}) {
  const isHidden = (part: Trust | undefined) => part?.withheld !== undefined
  const details = isHidden(trust.details) ? null : aRecord().details
  return pageBench({
    reader: {
      findPatient: () =>
        Promise.resolve(openReading(isHidden(trust.patient) ? null : patient, trust.patient)),
      findDetails: () => Promise.resolve(openReading(details, trust.details)),
      listNotesAbout: () => Promise.resolve(openReading([], trust.journal)),
      findProtected: () => Promise.resolve(openReading(null, trust.protected)),
    },
  })
}

describe('a patient card', () => {
  const path = `/bruker/${aPatientId(1)}`

  test('of a patient who cannot be verified says so above everything, beside the red line', async () => {
    const screen = await cardBench({ patient: { unverified: [critical] } }).draw(path)

    await expect.element(screen.getByText('Listene for Nord 2 er ikke bekreftet')).toBeVisible()
    const facts = screen.getByText('Ingen kritisk informasjon registrert.').element()
    expect(facts.closest('.unverified')).not.toBeNull()
  })

  test('of a patient who is kept back is not said to be unknown', async () => {
    const screen = await cardBench({ patient: { withheld: [critical] } }).draw(path)

    await expect.element(screen.getByText('Listene for Nord 2 kan ikke bekreftes')).toBeVisible()
    expect(screen.getByText(/finnes ikke på denne telefonen/).query()).toBeNull()
  })

  test.each([
    [
      'details',
      details,
      'Hovedkortene for Nord 2 kan ikke bekreftes',
      'Hovedkortet er ikke hentet ennå',
    ],
    [
      'journal',
      journal,
      'Notatene for Nord 2 kan ikke bekreftes',
      'Ingenting skrevet de siste 14 dagene',
    ],
  ] as const)('says of its %s that they are kept back', async (part, stream, said, unsaid) => {
    const screen = await cardBench({ [part]: { withheld: [stream] } }).draw(path)

    await expect.element(screen.getByText(said)).toBeVisible()
    expect(screen.getByText(unsaid).query()).toBeNull()
  })

  test.each([
    [{ patient: { unverified: [critical] } }, 'Listene for Nord 2 er ikke bekreftet'],
    [{ details: { unverified: [details] } }, 'Hovedkortene for Nord 2 er ikke bekreftet'],
  ])('marks the medication sheet too: %o', async (more, said) => {
    const screen = await cardBench(more).draw(`${path}/legemiddelark`)

    await expect.element(screen.getByText(said)).toBeVisible()
    const nothing = screen.getByText('Ingen legemidler på arket').element()
    expect(nothing.closest('.unverified')).not.toBeNull()
  })

  test('says of door codes that they are kept back', async () => {
    const screen = await cardBench({ protected: { withheld: [protectedOnes] } }).draw(path)

    await expect
      .element(screen.getByText('Skjulte adresser og koder for Nord 2 kan ikke bekreftes'))
      .toBeVisible()
  })

  test('does not say that a sheet that is kept back was never fetched', async () => {
    const screen = await cardBench({ details: { withheld: [details] } }).draw(
      `${path}/legemiddelark`,
    )

    await expect
      .element(screen.getByText('Hovedkortene for Nord 2 kan ikke bekreftes'))
      .toBeVisible()
    expect(screen.getByText('Hovedkortet er ikke hentet ennå').query()).toBeNull()
  })
})
