import { expect, test } from 'vitest'
import { demoDocuments, demoSeed } from '#content/demo/demo-documents.ts'
import { MunicipalityId, ZoneId } from '#domain/ids.ts'
import { PatientDetails } from '#domain/patient-details.ts'
import { ProtectedDetails } from '#domain/protected-details.ts'
import { streamIdOf, streamOf, type StreamId } from '#domain/stream.ts'
import { binderPdf } from '#pdf/binder-pdf.ts'
import { readBinderContent } from '#server/binder/read-binder-content.ts'
import type { StreamStore } from '#server/streams/stream-store.ts'
import { priorityReasonText } from '#text/nb/priority.ts'
import { aBinderCopy } from '../../support/a-binder.ts'
import { noon } from '../../support/a-patient.ts'
import { pagesOfPdf } from '../../support/read-pdf.ts'

const municipality = MunicipalityId.parse('demo')
const zone = { id: ZoneId.parse('nord-2'), name: 'Nord 2' }
const place = {
  municipality: { id: municipality, name: 'Demokommunen' },
  zone,
  world: 'real',
} as const

const streams = new Map(
  demoDocuments({ municipality, seed: demoSeed, asOf: noon, wordReason: priorityReasonText }).map(
    ({ stream, documents }) => [streamIdOf(stream), documents],
  ),
)

/** The demo's streams in pages, as a database gives them; it remembers what was asked for. */
function demoStreams() {
  const asked: StreamId[] = []
  const store: Pick<StreamStore, 'listDocuments'> = {
    listDocuments(stream, { after, limit }) {
      asked.push(stream)
      const documents = (streams.get(stream) ?? []).map((document, i) => ({
        ...document,
        seq: i + 1,
        deleted: false,
        bodyHash: '0'.repeat(64),
      }))
      return Promise.resolve(documents.slice(after, after + Math.min(limit, 500)))
    },
  }
  return { asked, store }
}

const documentsOf = (name: string) =>
  [...streams].flatMap(([id, documents]) => {
    const stream = streamOf(id)
    const isOurs = stream.class === name && stream.kind === 'zone' && stream.zone === zone.id
    return isOurs ? documents.map(({ body }) => body) : []
  })

test('a zone’s binder is read whole, and only from the streams that it may hold', async () => {
  const { asked, store } = demoStreams()

  const content = await readBinderContent(store, place)

  expect(content.patients).toHaveLength(67)
  expect(content.details).toHaveLength(67)
  expect(content.workLists).toHaveLength(3)
  expect(content.cards.map(({ code }) => code)).toEqual(['TK-01', 'TK-02', 'TK-03'])
  expect(new Set(asked.map((id) => streamOf(id).class))).toEqual(
    new Set(['critical', 'details', 'worklists', 'systems', 'cards', 'forms']),
  )
})

test('a stream of many pages is read to its end', async () => {
  const patients = documentsOf('critical')
  const many = Array.from({ length: 1201 }, (_, i) => ({
    docId: String(i),
    seq: i + 1,
    deleted: false,
    schema: 'patient@1',
    body: patients[i % patients.length],
    bodyHash: '0'.repeat(64),
  }))

  const content = await readBinderContent(
    {
      listDocuments: (stream, { after, limit }) =>
        Promise.resolve(
          streamOf(stream).class === 'critical' ? many.slice(after, after + limit) : [],
        ),
    },
    place,
  )

  expect(content.patients).toHaveLength(1201)
})

test('no page of the demo binder holds a fødselsnummer, a code or a protected address', async () => {
  const content = await readBinderContent(demoStreams().store, place)
  const hidden = documentsOf('protected').map((body) => ProtectedDetails.parse(body))
  const codes = hidden.flatMap(({ codes }) => codes.map(({ code }) => code))
  const addresses = hidden.flatMap(({ address }) => (address === null ? [] : [address.street]))
  const numbers = documentsOf('details').flatMap(
    (body) => PatientDetails.parse(body).personalNumber?.value ?? [],
  )
  const pdf = await binderPdf(
    { content, copy: aBinderCopy() },
    {
      onProgress: () => {},
      isCancelled: () => false,
    },
  )
  const pages = pagesOfPdf(pdf?.bytes ?? new Uint8Array())
  const words = new Set(pages.join(' ').split(/[\s,.;:()·]+/))

  expect([codes.length, addresses.length, numbers.length].every((count) => count > 0)).toBe(true)
  expect(codes.filter((code) => words.has(code))).toEqual([])
  expect(addresses.filter((street) => pages.some((page) => page.includes(street)))).toEqual([])
  expect(numbers.filter((number) => pages.some((page) => page.includes(number)))).toEqual([])
  expect(pages.join('\n')).not.toMatch(/(?<!\d)\d{6} ?\d{5}(?!\d)/)
})
