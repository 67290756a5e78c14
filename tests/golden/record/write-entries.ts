import { randomUUID } from 'node:crypto'
import {
  EntryId,
  type EmployeeId,
  IncidentId,
  type PatientId,
  type ZoneId,
} from '#domain/base/ids.ts'
import type { Author } from '#domain/base/author.ts'
import {
  EntryContent,
  cardOpenedForm,
  coordinationFactForm,
  personFactForm,
  unverifiedOpenedForm,
} from '#domain/entries/entry-content.ts'
import { FormReference } from '#domain/forms/form-reference.ts'
import { streamIdOf } from '#domain/streams/stream.ts'
import { type Instant, millisecondsFromInstant } from '#domain/time/instant.ts'
import { nextHlc } from '#domain/time/hlc.ts'
import { appendSealed } from '../../support/append-entry.ts'
import { type OutboxDisk, lineOf } from '../../support/memory-outbox-store.ts'
import type { TestCrypto } from '../../support/test-crypto.ts'
import { coordinationBodies, personBodies } from './write-facts.ts'
import { testMunicipality } from '../../support/test-server.ts'

type Written = {
  content: EntryContent
  form?: FormReference
  zone?: ZoneId | null
  incident?: IncidentId | null
  reseals?: EntryId | null
}

const note = FormReference.parse('prove@1')

/** One entry of each kind, on one phone: in a zone and for the whole municipality, in an incident, repeated. */
export async function writeEntries(
  disk: OutboxDisk,
  crypto: TestCrypto,
  { zone, patientId, now }: { zone: ZoneId; patientId: PatientId; now: Instant },
): Promise<EntryContent[]> {
  const { employeeId } = lineOf(disk, disk.current).author
  const first = EntryId.parse(randomUUID())
  const contents = contentsOf(authorOf(employeeId), { zone, patientId, now, first })
  let hlc = null
  for (const { content, form = note, incident = null, reseals = null, ...one } of contents) {
    hlc = nextHlc(hlc, millisecondsFromInstant(now))
    await appendSealed(disk, crypto, {
      entryId: reseals === null && hlc.endsWith('000000') ? first : EntryId.parse(randomUUID()),
      municipality: testMunicipality,
      zone: one.zone === undefined ? zone : one.zone,
      form,
      incident,
      reseals,
      capturedAt: now,
      capturedOffsetMinutes: 60,
      hlc,
      content,
    })
  }
  return contents.map(({ content }) => content)
}

function authorOf(employeeId: EmployeeId): Author {
  return { employeeId, name: 'Kari Nordmann', title: 'Sykepleier', hprNumber: '9999999' }
}

function contentsOf(
  author: Author,
  {
    zone,
    patientId,
    now,
    first,
  }: { zone: ZoneId; patientId: PatientId; now: Instant; first: EntryId },
): Written[] {
  const signed = (text: string, corrects: { entryId: EntryId; reason: string } | null = null) =>
    EntryContent.parse({
      kind: 'form',
      author,
      patientId,
      eventAt: now,
      writtenAt: now,
      corrects,
      response: {
        resourceType: 'QuestionnaireResponse',
        questionnaire: 'urn:beredt:form:prove|1',
        status: 'completed',
        item: [{ linkId: 'text', answer: [{ valueString: text }] }],
      },
    })
  const opened = { kind: 'cardOpened', author, patientId, openedAt: now } as const
  return [
    { content: signed('Byttet til full oksygenflaske. Ánde sier «takk» – 16:40.') },
    { content: signed('Byttet 16:50', { entryId: first, reason: 'Feil klokkeslett' }) },
    {
      content: signed('Strømmen er borte'),
      incident: IncidentId.parse(randomUUID()),
    },
    { content: signed('Byttet til full oksygenflaske.'), reseals: first },
    {
      content: { ...opened, revealed: null, reason: null },
      form: cardOpenedForm,
    },
    {
      content: { ...opened, revealed: 'code', reason: 'Låst ute, ingen svarer' },
      form: cardOpenedForm,
    },
    {
      content: {
        kind: 'unverifiedOpened',
        author,
        stream: streamIdOf({
          kind: 'zone',
          municipality: testMunicipality,
          world: 'real',
          zone,
          class: 'critical',
        }),
        openedAt: now,
      },
      form: unverifiedOpenedForm,
      zone: null,
    },
    ...factsOf({ author, zone, patientId, now }),
  ]
}

function factsOf(place: Parameters<typeof coordinationBodies>[0]): Written[] {
  const { author, now } = place
  const incident = IncidentId.parse('1c000000-0000-4000-8000-000000000001')
  const said = { author, at: now, isTyped: false, replaces: [], writtenAt: now }
  return [
    ...coordinationBodies(place).map((body) => ({
      content: EntryContent.parse({ kind: 'coordinationFact', ...said, body }),
      form: coordinationFactForm,
      zone: null,
      incident,
    })),
    ...personBodies(place).map((body) => ({
      content: EntryContent.parse({ kind: 'personFact', ...said, body }),
      form: personFactForm,
      incident,
    })),
  ]
}
