import { expect, test } from 'vitest'
import { defaultActionCards } from '#content/action-cards/default-action-cards.ts'
import { demoMunicipalityContacts } from '#demo/demo-municipality-contacts.ts'
import { MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import { StoredDetails } from '#domain/documents/aged-documents.ts'
import { ProtectedDetails } from '#domain/patient/protected-details.ts'
import { streamOf, type StreamId } from '#domain/streams/stream.ts'
import { readBinderContent } from '#server/binder/read-binder-content.ts'
import { aBinderCopy } from '../../support/a-binder.ts'
import { binderPdf } from '../../support/binder-pdf.ts'
import { demoBodies, streamReader } from '../../support/demo-streams.ts'
import { pagesOfPdf } from '../../support/read-pdf.ts'
import { noon } from '../../support/a-patient.ts'

const municipality = MunicipalityId.parse('demo')
const zone = { id: ZoneId.parse('nord-2'), name: 'Nord 2' }
const place = {
  municipality: { id: municipality, name: 'Demokommunen' },
  zone,
  world: 'real',
} as const

const streams = demoBodies('demo')
const reader = streamReader(streams)

const bodiesOf = (name: string) =>
  [...streams].flatMap(([id, documents]) => {
    const stream = streamOf(id)
    const isOurs = stream.class === name && stream.kind === 'zone' && stream.zone === zone.id
    return isOurs
      ? documents.filter(({ schema }) => !schema.includes('Time@')).map(({ body }) => body)
      : []
  })

test('a zone’s binder is read whole, and only from the streams that it may hold', async () => {
  const asked: StreamId[] = []

  const content = await readBinderContent(
    {
      listDocuments(stream, page) {
        asked.push(stream)
        return reader.listDocuments(stream, page)
      },
    },
    place,
    noon,
  )

  expect(content.patients).toHaveLength(67)
  expect(content.details).toHaveLength(67)
  expect(content.workLists).toHaveLength(3)
  expect(content.cards.map(({ code }) => code)).toEqual(defaultActionCards.map(({ code }) => code))
  expect(content.contacts).toHaveLength(demoMunicipalityContacts(noon).length)
  expect(new Set(asked.map((id) => streamOf(id).class))).toEqual(
    new Set(['critical', 'details', 'worklists', 'systems', 'cards', 'contacts', 'forms']),
  )
})

test('a stream of many pages is read to its end', async () => {
  const patients = [...streams].flatMap(([id, bodies]) =>
    streamOf(id).class === 'critical' ? bodies.filter(({ schema }) => schema === 'patient@1') : [],
  )
  const many = Array.from({ length: 3 }, () => patients).flat()
  const [critical] = [...streams.keys()].filter((id) => id.endsWith('nord-2/critical'))
  if (critical === undefined) throw new Error('The demo has no such zone.')

  const content = await readBinderContent(streamReader(new Map([[critical, many]])), place, noon)

  expect(many.length).toBeGreaterThan(1000)
  expect(content.patients).toHaveLength(many.length)
})

test('no page of the demo binder holds a fødselsnummer, a code or a protected address', async () => {
  const content = await readBinderContent(reader, place, noon)
  const hidden = bodiesOf('protected').map((body) => ProtectedDetails.parse(body))
  const codes = hidden.flatMap(({ codes }) => codes.map(({ code }) => code))
  const addresses = hidden.flatMap(({ address }) => (address === null ? [] : [address.street]))
  const numbers = bodiesOf('details').flatMap(
    (body) => StoredDetails.parse(body).personalNumber?.value ?? [],
  )

  const pdf = await binderPdf(
    { content, copy: aBinderCopy() },
    { onProgress: () => {}, isCancelled: () => false },
  )

  const pages = pagesOfPdf(pdf?.bytes ?? new Uint8Array())
  const words = new Set(pages.join(' ').split(/[\s,.;:()·]+/))
  expect([codes.length, addresses.length, numbers.length].every((count) => count > 0)).toBe(true)
  expect(codes.filter((code) => words.has(code))).toEqual([])
  expect(addresses.filter((street) => pages.some((page) => page.includes(street)))).toEqual([])
  expect(numbers.filter((number) => pages.some((page) => page.includes(number)))).toEqual([])
  expect(pages.join('\n')).not.toMatch(/(?<!\d)\d{6} ?\d{5}(?!\d)/)
})
