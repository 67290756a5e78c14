import { beforeEach, describe, expect, test } from 'vitest'
import { EntryId, MunicipalityId, SectionId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import { type NamedDocument, documentOf } from '#domain/documents/document-of.ts'
import { municipalityStreamOf, zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { CoordinationFact } from '#domain/incidents/coordination-fact.ts'
import type { PersonFact } from '#domain/people/person-fact.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import { createMunicipality } from '#server/accounts/create-municipality.ts'
import { nodeHasher } from '#server/base/node-hasher.ts'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { tidyStreams } from '#server/projection/tidy-streams.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { writeVersions } from '#server/streams/write-versions.ts'
import {
  aCoordinationFact,
  anAuthor,
  aPersonFact,
  aStart,
  factId,
  incidentId,
  minute,
  nord1,
} from '../../support/a-fact.ts'
import { aNote } from '../../support/a-note.ts'
import { aPatientId } from '../../support/a-patient.ts'
import { testDatabase } from '../../support/test-database.ts'

const { db, accounts } = await testDatabase()
const days = (count: number): number => count * 24 * 60
const now = minute(days(100))
let made = 0
let municipality = MunicipalityId.parse('by-0')

/** Each test has a municipality of its own. */
beforeEach(async () => {
  municipality = MunicipalityId.parse(`by-${++made}`)
  await createMunicipality(accounts, {
    id: municipality,
    name: 'Testby',
    hostName: municipality,
    sections: [{ id: SectionId.parse('nord'), name: 'Nord' }],
    zones: [{ id: nord1, name: 'Nord 1', section: SectionId.parse('nord') }],
  })
})

async function put(stream: StreamId, document: NamedDocument, at: Instant): Promise<void> {
  await withTenant(db, await systemScope(db, municipality), (transaction) =>
    writeVersions(postgresStreamStore(transaction), stream, [{ kind: 'put', ...document }], {
      hasher: nodeHasher,
      now: at,
    }),
  )
}

async function putIncident(fact: CoordinationFact, world: World = 'real'): Promise<void> {
  const stream = municipalityStreamOf('coordinationFact', { municipality, world })
  await put(stream, documentOf('coordinationFact', fact), fact.receivedAt ?? now)
}

/** A note of sixteen days ago, and whether it is there after the streams were tidied. */
async function isOldNoteKept(): Promise<boolean> {
  const note = { ...aNote('Varm og mett'), zone: nord1 }
  const journal = zoneStreamOf('note', { municipality, world: 'real', zone: nord1 })
  await put(journal, documentOf('note', note), plusMinutes(now, -days(16)))
  await tidyStreams(db, municipality, now)
  return isLive(journal, note.entryId)
}

async function isLive(stream: StreamId, docId: EntryId): Promise<boolean> {
  return await withTenant(db, await systemScope(db, municipality), async (transaction) => {
    const found = await postgresStreamStore(transaction).findDocument(stream, docId)
    return found !== null && !found.deleted
  })
}

/** A fact so many minutes before now. */
const ago = (n: number, minutes: number, body: CoordinationFact['body'], incident = 1) => {
  const at = plusMinutes(now, -minutes)
  const more = { at, writtenAt: at, receivedAt: at, incident: incidentId(incident) }
  return aCoordinationFact(n, body, n === 1 ? more : { ...more, replaces: [factId(1)] })
}
const started = (minutes: number) => ago(1, minutes, aStart())
const confirmed = (minutes: number) => ago(2, minutes, { kind: 'confirmed' })

const people = () => zoneStreamOf('personFact', { municipality, world: 'real', zone: nord1 })

async function closedAgo(minutes: number): Promise<void> {
  await putIncident(started(days(30)))
  await putIncident(ago(3, minutes, { kind: 'closed', word: null }))
}

async function putPerson(n: number, minutes: number, body: PersonFact['body']) {
  const at = plusMinutes(now, -minutes)
  const fact = aPersonFact(n, body, { at, writtenAt: at, receivedAt: at })
  await put(people(), documentOf('personFact', fact), at)
  return fact.entryId
}
const reached = (n: number, minutes: number) =>
  putPerson(n, minutes, {
    kind: 'contact',
    patientId: aPatientId(n),
    state: 'spokenOk',
    word: null,
  })

describe('an old note', () => {
  test('goes when there is no incident', async () => {
    expect(await isOldNoteKept()).toBe(false)
  })

  test('stays while an incident is confirmed', async () => {
    await putIncident(started(120))
    await putIncident(confirmed(60))

    expect(await isOldNoteKept()).toBe(true)
  })

  test.each<[string, CoordinationFact[], World]>([
    ['a false start, which nobody confirmed', [started(120)], 'real'],
    ['a forgotten one, confirmed 73 hours ago', [started(days(4)), confirmed(73 * 60)], 'real'],
    [
      'one that is closed',
      [started(120), confirmed(60), ago(3, 30, { kind: 'closed', word: null })],
      'real',
    ],
    [
      'one whose confirmation was taken back',
      [started(120), confirmed(60), ago(3, 30, { kind: 'undone', facts: [factId(2)] })],
      'real',
    ],
    ['an exercise, however confirmed', [started(120), confirmed(60)], 'exercise'],
  ])('goes in spite of %s', async (_name, facts, world) => {
    for (const fact of facts) await putIncident(fact, world)

    expect(await isOldNoteKept()).toBe(false)
  })

  test('stays while a newer server may know of an incident', async () => {
    const stream = municipalityStreamOf('coordinationFact', { municipality, world: 'real' })
    await put(stream, { docId: 'a', schema: 'coordinationFact@2', body: {} }, now)

    expect(await isOldNoteKept()).toBe(true)
  })
})

describe('what was said of people', () => {
  test('leaves the phones fourteen days after the incident is closed, and leaves a tombstone', async () => {
    await closedAgo(days(14))
    const entryId = await reached(10, days(29))

    await tidyStreams(db, municipality, now)

    expect(await isLive(people(), entryId)).toBe(false)
    const presence = await withTenant(db, await systemScope(db, municipality), (transaction) =>
      postgresStreamStore(transaction).findPresence(people(), entryId),
    )
    expect(presence).toEqual({ endedAt: now })
  })

  test.each<[string, () => Promise<void>]>([
    ['is open, however long', () => putIncident(started(days(90)))],
    ['was closed thirteen days ago', () => closedAgo(days(13))],
    ['is not known here', () => Promise.resolve()],
    [
      'was reopened',
      async () => {
        await closedAgo(days(20))
        const reopened = ago(4, days(1), { kind: 'reopened', word: null })
        await putIncident({ ...reopened, replaces: [factId(1), factId(3)] })
      },
    ],
  ])('stays while the incident %s', async (_name, prepare) => {
    await prepare()
    const entryId = await reached(10, days(29))

    await tidyStreams(db, municipality, now)

    expect(await isLive(people(), entryId)).toBe(true)
  })

  test('that came later stays fourteen days itself', async () => {
    await closedAgo(days(20))
    const late = await reached(10, days(13))

    await tidyStreams(db, municipality, now)

    expect(await isLive(people(), late)).toBe(true)
  })

  test('stays while another incident is confirmed', async () => {
    await closedAgo(days(20))
    await putIncident(ago(5, 120, aStart(), 2))
    await putIncident(ago(6, 60, { kind: 'confirmed' }, 2))
    const entryId = await reached(10, days(29))

    await tidyStreams(db, municipality, now)

    expect(await isLive(people(), entryId)).toBe(true)
  })

  test('takes the shares of its calls along', async () => {
    await closedAgo(days(20))
    await putPerson(10, days(29), { kind: 'calling', list: 'all', isCalling: true })
    const { employeeId, name } = anAuthor()
    const caller = { employeeId, name }
    const shares = [{ patientId: aPatientId(1), caller, mayHaveCalled: null }]
    const dealt = { zone: nord1, list: 'all', dealtAt: now, shares } as const
    const document = documentOf('callShares', { ...dealt, shares })
    await put(people(), document, plusMinutes(now, -days(29)))

    await tidyStreams(db, municipality, now)

    expect(await isLive(people(), EntryId.parse(factId(10)))).toBe(false)
    const left = await withTenant(db, await systemScope(db, municipality), (transaction) =>
      postgresStreamStore(transaction).findDocument(people(), document.docId),
    )
    expect(left?.deleted).toBe(true)
  })
})
