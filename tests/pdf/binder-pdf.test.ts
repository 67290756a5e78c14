import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AmendmentOutcome } from '#domain/amendments/amendment.ts'
import { shownAmendments } from '#domain/amendments/shown-amendments.ts'
import {
  type BinderContent,
  type BinderCopy,
  changedPatients,
  documentVersions,
} from '#domain/binder/binder.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { readPersonalNumber } from '#domain/patient/fodselsnummer.ts'
import {
  aBinderContent,
  aBinderCopy,
  aLargeBinderContent,
  aMedication,
  someDetails,
} from '../support/a-binder.ts'
import {
  aDetailsAmendment,
  aDose,
  anAmendment,
  anEntryId,
  anOutcome,
} from '../support/an-amendment.ts'
import { nodeHasher } from '../support/node-hasher.ts'
import { aPatient, aPatientId, codes, noon } from '../support/a-patient.ts'
import { binderPdf } from '../support/binder-pdf.ts'
import { checkPdf, fontsOfPdf, pagesOfPdf, textOfPdf } from '../support/read-pdf.ts'

const quiet = { onProgress: () => {}, isCancelled: () => false }

async function printed(content: BinderContent, copy: BinderCopy = aBinderCopy()) {
  const pdf = await binderPdf({ content, copy }, quiet)
  if (pdf === null) throw new Error('Nobody cancelled it.')
  return pdf
}

test('Sami and Norwegian names are found in the text', async () => {
  const family = 'Áčđŋšŧž ÆØÅæøå'
  const { bytes } = await printed(
    aBinderContent({ patients: [aPatient({ name: { family, given: 'ÁČĐŊŠŦŽ äöüé' } })] }),
  )

  expect(textOfPdf(bytes)).toContain(`${family}, ÁČĐŊŠŦŽ äöüé`)
})

test('a medication sheet that is older than its patient card says so', async () => {
  const { bytes } = await printed(
    aBinderContent({
      patients: [aPatient({ asOf: noon })],
      details: [someDetails({ asOf: plusMinutes(noon, -7 * 24 * 60) })],
    }),
  )

  expect(textOfPdf(bytes)).toContain('Slik det var mandag 16.11.2026 kl. 12:00 · ')
})

test('a character that the font lacks never cuts the line', async () => {
  const { bytes } = await printed(
    aBinderContent({ patients: [aPatient({ name: { family: '王 Hansen', given: 'Siri' } })] }),
  )

  expect(textOfPdf(bytes)).toContain('☐ Hansen, Siri')
})

test('qpdf finds nothing wrong and every font is embedded', async () => {
  const { bytes } = await printed(aLargeBinderContent(20))
  const folder = await mkdtemp(join(tmpdir(), 'beredt-binder-'))
  const file = join(folder, 'binder.pdf')
  await writeFile(file, bytes)

  const { code, output } = checkPdf(file)
  await rm(folder, { recursive: true })

  expect(output).toContain('No syntax or stream encoding errors found')
  expect(code).toBe(0)
  expect(fontsOfPdf(bytes)).toEqual([
    { name: 'NotoSans-Regular', embedded: true, unicode: true },
    { name: 'NotoSans-Bold', embedded: true, unicode: true },
  ])
})

test('only a complete print says that a list is empty', async () => {
  const whole = textOfPdf((await printed(aBinderContent())).bytes)
  const lacking = textOfPdf((await printed(aBinderContent({ newer: 3 }))).bytes)

  expect(whole).toContain('Ingen i sonen.')
  expect(lacking).not.toContain('Ingen i sonen.')
  expect(lacking).toContain('Noe mangler i denne permen, se forsiden.')
  expect(lacking).toContain('3 opplysninger trenger en nyere app og er ikke med.')
})

test('the same binder gives the same bytes', async () => {
  const first = await printed(aLargeBinderContent(5))
  const second = await printed(aLargeBinderContent(5))

  expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true)
})

test('every page says zone, week, as-of time, copy, hash and its number', async () => {
  const { bytes, pages } = await printed(aLargeBinderContent(8))
  const texts = pagesOfPdf(bytes)

  expect(texts).toHaveLength(pages)
  texts.forEach((text, i) => {
    expect(text).toContain('Beredskapsperm Nord 2 · eksemplar 14 · skrevet ut av Anne Dahl')
    expect(text).toContain('Innhold 7F3A-92C1 · uke 48 · lister slik de var 23.11.2026 kl. 12:00')
    expect(text).toContain(`Side ${i + 1} av ${pages}`)
    expect(text).toContain('TAUSHETSBELAGT')
    expect(text).toContain('MAKULERES')
  })
})

test('an exercise says so on every page, and the real world on none', async () => {
  const exercise = await printed(aBinderContent({ world: 'exercise' }))
  const real = await printed(aBinderContent())

  expect(pagesOfPdf(exercise.bytes).every((text) => text.includes('ØVELSE'))).toBe(true)
  expect(textOfPdf(real.bytes)).not.toContain('ØVELSE')
})

test('a protected address is counted on every list and printed nowhere', async () => {
  const hidden = aPatient({
    name: { family: 'Skjermet', given: 'Siv' },
    addressProtection: 'strictlyConfidential',
    address: { street: 'Hemmeligveien 9', postalCode: null, city: null, detail: null },
    phone: '98765432',
    nextOfKin: [{ name: 'Ola Skjermet', relation: 'Nabo', phone: '97654321', canLookIn: true }],
    generalPractitioner: { name: 'Doktor Lie', office: 'Hemmelig legesenter', phone: '96543210' },
    services: codes('BST', 'TRY', 'VEM', 'VDT', 'VLT'),
    access: [
      {
        id: 'way',
        kind: 'key',
        description: 'Under steinen i Hemmeligveien',
        worksOffline: true,
        hasCode: false,
      },
    ],
  })
  const details = [someDetails({ pharmacy: 'Hemmelig apotek' })]
  const key = { kind: 'key', place: 'Hemmelig bod', hasCode: true } as const
  const son = { kind: 'nextOfKin', name: 'Per', relation: 'Sønn', phone: '95432109' } as const
  const amendments = [
    anAmendment({ entryId: anEntryId(1), body: key }),
    anAmendment({ entryId: anEntryId(2), body: son }),
    anAmendment({
      entryId: anEntryId(3),
      body: { ...son, name: 'Ola Skjermet', relation: 'Nabo', phone: null },
    }),
  ]
  const { bytes } = await printed(
    aBinderContent({
      patients: [hidden],
      details,
      amendments: shownAmendments(amendments, [hidden], details, noon),
    }),
  )
  const text = textOfPdf(bytes)

  expect(text).not.toContain('Hemmelig')
  expect(text).not.toMatch(/987\s?65\s?432|976\s?54\s?321|965\s?43\s?210|954\s?32\s?109/)
  expect(text).toMatch(/Ny nøkkel .* plassen er\s+skjermet/)
  expect(text).toContain('Sønn Per')
  expect(text).toContain('1 bruker i sonen, 1 av dem med skjult adresse')
  // Cover, contents and work list apart, she stands on all eight lists and on her own page.
  expect(pagesOfPdf(bytes).filter((page) => page.includes('Skjermet, Siv'))).toHaveLength(10)
})

test('no page holds a fødselsnummer, wherever somebody wrote one', async () => {
  const number = '21030550231'
  const spaced = '210305 50231'
  const { bytes } = await printed(
    aBinderContent({
      patients: [aPatient({ ehrId: number, remarks: [`Fnr ${spaced}`], mobility: `Se ${number}` })],
      details: [someDetails({ personalNumber: readPersonalNumber(number), diagnoses: [spaced] })],
    }),
  )
  const text = textOfPdf(bytes)

  expect(text).not.toContain(number)
  expect(text).not.toContain(spaced)
})

test('a telephone number is never broken over two lines', async () => {
  const { bytes } = await printed(aLargeBinderContent(30))
  const text = textOfPdf(bytes)

  expect(text).toContain('900 00 213')
  expect(text).not.toMatch(/900 00\s*\n/)
  expect(text).not.toMatch(/900\s*\n/)
})

test('the list of everyone tells the page of each patient card', async () => {
  const { bytes } = await printed(aLargeBinderContent(12))
  const pages = pagesOfPdf(bytes)
  const list = pages.find((page) => page.startsWith('Samtlige brukere')) ?? ''

  const lines = list.split('\n').filter((line) => /\d$/.test(line) && line.includes(', '))
  expect(lines).toHaveLength(12)
  for (const line of lines) {
    const name = /P\d\s+(.+?)\s{2,}/.exec(line)?.[1] ?? ''
    const page = Number(/(\d+)$/.exec(line)?.[1])
    expect(pages[page - 1]?.startsWith(name)).toBe(true)
  }
})

test('replacement pages are cover, lists and the changed patients alone', async () => {
  const content = aLargeBinderContent(12)
  const replaces = { copy: 13, patients: new Set([aPatientId(3)]) }
  const { bytes } = await printed(content, aBinderCopy({ replaces }))
  const pages = pagesOfPdf(bytes)

  expect(pages[0]).toContain('Sider å bytte i eksemplar 13')
  expect(pages.filter((page) => page.includes('Hovedkort\n'))).toHaveLength(1)
  expect(pages.some((page) => page.startsWith('BST'))).toBe(true)
})

test('a cancelled print gives nothing', async () => {
  const pdf = await binderPdf(
    { content: aLargeBinderContent(30), copy: aBinderCopy() },
    { onProgress: () => {}, isCancelled: () => true },
  )

  expect(pdf).toBeNull()
})

test('progress ends at the last page', async () => {
  const seen: [done: number, total: number][] = []
  const pdf = await binderPdf(
    { content: aLargeBinderContent(12), copy: aBinderCopy() },
    { onProgress: (done, total) => seen.push([done, total]), isCancelled: () => false },
  )

  expect(seen[0]).toEqual([0, pdf?.pages])
  expect(seen.at(-1)).toEqual([pdf?.pages, pdf?.pages])
})

test('what was signed since the list stands on her page, her sheet and every list that she is on, with who and when', async () => {
  const patient = aPatient({ services: codes('BST', 'TRY') })
  const details = someDetails({ medications: [aMedication()] })
  const amendments = shownAmendments(
    [
      aDetailsAmendment(),
      aDetailsAmendment({ entryId: anEntryId(2), body: aDose({ medicine: 'Marevan' }) }),
      anAmendment({ entryId: anEntryId(3) }),
      anAmendment({
        entryId: anEntryId(4),
        body: { kind: 'key', place: 'Boks ved døra', hasCode: true },
      }),
    ],
    [patient],
    [details],
    plusMinutes(noon, 60),
  )
  const plain = aBinderContent({ patients: [patient], details: [details] })

  const pages = pagesOfPdf((await printed({ ...plain, amendments })).bytes)
  const text = pages.join('\n').replaceAll(/\s+/g, ' ')

  const own = pages.find((page) => page.includes('Endringer siden lista'))
  expect(own).toContain('Innlagt 23.11. kl. 12:00 av Kari Nordmann: Sykehuset, medisin 3')
  expect(own).toContain('Ny nøkkel 23.11. kl. 12:00 av Kari Nordmann: Boks ved døra, kode finnes')
  expect(text).toMatch(/Nytt legemiddel 23\.11\. kl\. 12:00 av Kari Nordmann: Marevan/)
  expect(text).toContain('1 bruker, 1 innlagt')
  // Priority, BST, TRY, everybody, her work list, her page.
  expect(text.split('Innlagt 23.11.').length - 1).toBeGreaterThanOrEqual(6)
  expect(text.split('Dose endret').length - 1).toBeGreaterThanOrEqual(7)
})

test('a page is replaced when something was signed about its patient, or a list has settled it', async () => {
  const content = aBinderContent({ patients: [aPatient(), aPatient({ id: aPatientId(2) })] })
  const signed = (outcome: AmendmentOutcome | null) =>
    documentVersions(
      {
        ...content,
        amendments: shownAmendments([anAmendment({ outcome })], content.patients, [], noon),
      },
      nodeHasher,
    )
  const before = await documentVersions(content, nodeHasher)
  const after = await signed(null)
  const disputed = await signed(anOutcome())

  expect(changedPatients(before, after, content.patients)).toEqual(new Set([aPatientId(1)]))
  expect(changedPatients(after, disputed, content.patients)).toEqual(new Set([aPatientId(1)]))
  expect(changedPatients(after, await signed(null), content.patients)).toEqual(new Set())
})
