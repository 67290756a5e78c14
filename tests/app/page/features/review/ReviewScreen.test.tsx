import { expect, test } from 'vitest'
import type { Api, EntryToCheck, HeldEntry } from '#app/online/api.ts'
import type { DecideHeldEntry } from '#contract/decide-held-entry.ts'
import { coordinationFactForm, personFactForm } from '#domain/entries/entry-content.ts'
import { accepted, refused } from '#domain/base/result.ts'
import { aHeldEntry } from '../../../../support/a-held-entry.ts'
import { aNote } from '../../../../support/a-note.ts'
import { axeFindingsInBothSchemes } from '../../../../support/axe.ts'
import { screenBench } from '../../../../support/screen-bench.tsx'

/** A leader whose server has these questions, and forgets each one that she decides. */
async function openReview(entries: readonly HeldEntry[], api: Partial<Api> = {}) {
  let open = [...entries]
  const decided: DecideHeldEntry[] = []
  const bench = await screenBench({
    role: 'sectionLeader',
    api: {
      listHeldEntries: () => Promise.resolve(accepted({ entries: open, more: 0 })),
      decideHeldEntry(message) {
        decided.push(message)
        open = open.filter(({ note }) => note.entryId !== message.entryId)
        return Promise.resolve(accepted({ kind: 'decided' as const, entryId: message.entryId }))
      },
      ...api,
    },
  })
  await bench.enrol()
  const screen = await bench.draw('/til-avklaring')
  await expect
    .element(screen.getByRole('heading', { level: 1, name: 'Til avklaring' }))
    .toBeVisible()
  return { bench, screen, decided }
}

const held = aHeldEntry('SEPONER Marevan')
const marked: HeldEntry = {
  kind: 'marked',
  note: aNote('Kveldsstell', { marks: ['zoneEnded', 'eventAhead'] }),
  raisedAt: held.raisedAt,
}

const unread: EntryToCheck = {
  entryId: held.note.entryId,
  cause: 'copied',
  zone: held.note.zone,
  form: held.note.form,
  deviceLabel: 'Jobbtelefon Nord 2 – 07',
  authorId: held.note.author.employeeId,
  authorName: 'Ahmed Haugen',
  receivedAt: held.raisedAt,
}

test('what nobody has read stands below, with who wrote it, on which phone, and what to do', async () => {
  const entries = [
    unread,
    { ...unread, entryId: marked.note.entryId, cause: 'unsigned', authorName: null },
  ] as const
  const { bench, screen } = await openReview([], {
    listEntriesToCheck: () => Promise.resolve(accepted({ entries: [...entries], more: 3 })),
  })

  const list = screen.getByRole('list', { name: 'Til kontroll' })

  await expect
    .element(screen.getByRole('heading', { name: '5 oppføringer til kontroll' }))
    .toBeVisible()
  await expect
    .element(list)
    .toMatchTextContent('Ahmed Haugen på «Jobbtelefon Nord 2 – 07», sone Nord 2')
  await expect.element(list).toMatchTextContent('Be Ahmed åpne «Sendt og bekreftet»')
  await expect.element(list).toMatchTextContent('Ukjent avsender på «Jobbtelefon Nord 2 – 07»')
  await expect.element(screen.getByText('3 eldre til vises ikke.')).toBeVisible()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('axe finds nothing, neither on questions nor on a reason', async () => {
  const { bench, screen } = await openReview([held, marked])
  await expect.element(screen.getByText('1 notat venter')).toBeVisible()
  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])

  await screen.getByRole('button', { name: 'Avvis med grunn' }).click()

  expect(await axeFindingsInBothSchemes(bench.services.appearance)).toEqual([])
})

test('a note stands with author, time, zone, what it says and why it waits', async () => {
  const { screen } = await openReview([held])

  const note = screen.getByRole('article')

  await expect.element(note).toMatchTextContent('Ahmed Haugen, Ansvarsvakt')
  await expect.element(note).toMatchTextContent('sone Nord 2')
  await expect.element(note).toMatchTextContent('SEPONER Marevan')
  await expect.element(note).toMatchTextContent('Den som skrev, har ikke denne sonen.')
})

test('an author without an account has no name', async () => {
  const { note, raisedAt } = held
  const nameless = { ...note, author: { ...note.author, name: '', title: null } }

  const { screen } = await openReview([
    { kind: 'held', reason: 'unknownAuthor', note: nameless, raisedAt },
  ])

  await expect.element(screen.getByRole('article')).toMatchTextContent('Ukjent konto')
})

test('a note is taken in by one press, and stands there no more', async () => {
  const { screen, decided } = await openReview([held])

  await screen.getByRole('button', { name: 'Ta inn i journalen' }).click()

  await expect.element(screen.getByText('Ingen notater venter på deg')).toBeVisible()
  expect(decided).toEqual([{ entryId: held.note.entryId, decision: { kind: 'taken' } }])
})

test('a note is rejected with a reason, and not without', async () => {
  const { screen, decided } = await openReview([held])
  await screen.getByRole('button', { name: 'Avvis med grunn' }).click()
  await screen.getByRole('button', { name: 'Avvis notatet' }).click()
  await expect.element(screen.getByText('Skriv en grunn, minst tre tegn.')).toBeVisible()

  await screen.getByLabelText('Hvorfor avvises notatet?').fill('Feil bruker')
  await screen.getByRole('button', { name: 'Avvis notatet' }).click()

  await expect.element(screen.getByText('Ingen notater venter på deg')).toBeVisible()
  const decision = { kind: 'rejected', reason: 'Feil bruker' }
  expect(decided).toEqual([{ entryId: held.note.entryId, decision }])
})

test('what is in the journal already is told and ticked off', async () => {
  const { screen, decided } = await openReview([marked])
  await expect
    .element(screen.getByRole('article'))
    .toMatchTextContent(
      'Skrevet etter at den som skrev ikke lenger hadde sonen, tidspunktet er fram i tid.',
    )

  await screen.getByRole('button', { name: 'Jeg har sett det' }).click()

  await expect.element(screen.getByText('Ingen notater venter på deg')).toBeVisible()
  expect(decided).toEqual([{ entryId: marked.note.entryId, decision: { kind: 'seen' } }])
})

test('a decision without an answer says so, and the note still stands there', async () => {
  const { screen } = await openReview([held], {
    decideHeldEntry: () => Promise.resolve(refused({ kind: 'unreachable' } as const)),
  })

  await screen.getByRole('button', { name: 'Ta inn i journalen' }).click()

  await expect.element(screen.getByText(/Fikk ikke svar/)).toBeVisible()
  await expect.element(screen.getByText('SEPONER Marevan')).toBeVisible()
})

test.each([
  ['no network', { kind: 'unreachable' } as const, /Du må ha nett/],
  [
    'no session',
    { kind: 'signInNeeded', text: 'Logg inn.' } as const,
    'Logg inn for å se hva som venter',
  ],
])('%s is not an empty list', async (_name, refusal, text) => {
  const { screen } = await openReview([], {
    listHeldEntries: () => Promise.resolve(refused(refusal)),
  })

  await expect.element(screen.getByText(text)).toBeVisible()
  await expect.element(screen.getByText('Ingen notater venter på deg')).not.toBeInTheDocument()
})

test.each([
  [personFactForm, 'Sagt om en bruker i en hendelse · Gjelder sonen'],
  [coordinationFactForm, 'Sagt om en hendelse · Gjelder hele kommunen'],
])('what was said during an incident is named in words, never by %s', async (form, title) => {
  const note = { ...held.note, form, patientId: null }
  const { screen } = await openReview([{ ...held, note }])

  await expect.element(screen.getByRole('article')).toMatchTextContent(title)
  await expect.element(screen.getByText(form)).not.toBeInTheDocument()
})
