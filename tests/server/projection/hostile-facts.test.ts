import { isIdTaken } from '#server/projection/note-writes.ts'
import { assert, asyncProperty } from 'fast-check'
import { expect, test } from 'vitest'
import type { Author } from '#domain/base/author.ts'
import { EmployeeId, MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import { documentKinds } from '#domain/documents/document-kinds.ts'
import type { Verdict } from '#domain/entries/author-rights.ts'
import { coordinationFactForm, personFactForm } from '#domain/entries/entry-content.ts'
import { foldIncidents } from '#domain/incidents/fold-incidents.ts'
import { foldPeople } from '#domain/people/fold-people.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { wordedResponse } from '#domain/forms/worded-response.ts'
import { usualContentLimits } from '#server/projection/content-limits.ts'
import { projectNext } from '#server/projection/project-entry.ts'
import { saidOfItself } from '#server/projection/said-of-itself.ts'
import { coordinationBodies, personBodies } from '../../golden/record/write-facts.ts'
import { aPatientId } from '../../support/a-patient.ts'
import { hostileMessages } from '../../support/hostile-values.ts'
import { memorySyncDatabase } from '../../support/memory-sync-database.ts'
import { newIncident } from '../../support/new-fact.ts'
import { pushedAt, pushingPhones } from '../../support/pushing-phone.ts'
import { fakeCrypto } from '../../support/test-crypto.ts'

const municipality = MunicipalityId.parse('testby')
const zone = ZoneId.parse('nord-1')
const crypto = fakeCrypto()
const { hasher, seals } = crypto
const { newPhone, writeOne, push } = pushingPhones(crypto)
const somebody: Author = {
  employeeId: EmployeeId.parse('e0000000-0000-4000-8000-000000000001'),
  name: 'Kari',
  title: null,
  hprNumber: null,
}
const place = { author: somebody, zone, patientId: aPatientId(1), now: pushedAt }

/** What a phone with these words sends has an effect or is kept; it never throws. Answers what became of it. */
async function outcomeOf(kind: 'coordinationFact' | 'personFact', said: unknown) {
  const database = memorySyncDatabase()
  const phone = await newPhone(municipality)
  const isPerson = kind === 'personFact'
  await writeOne(phone, municipality, {
    form: isPerson ? personFactForm : coordinationFactForm,
    zone: isPerson ? zone : null,
    incident: newIncident(),
    // The author's own id, so that what is hostile is the rest.
    text: (author) => JSON.stringify({ ...Object(said), author }),
  })
  await push((work) => database.transaction(({ inbox }) => work(inbox)), phone, municipality)
  const ports = {
    seals,
    hasher,
    contentLimits: usualContentLimits,
    zones: new Set([zone]),
    wordResponse: wordedResponse,
    judge: (): Verdict => ({ kind: 'effect', marks: [] }),
    isIdTaken,
    said: saidOfItself,
  }
  await database.transaction((stores) => projectNext(stores, ports, pushedAt, new Set()))
  const { inbox, streams } = database.committed()
  const [row] = inbox.values()
  const name = isPerson ? `${zone}/people` : '*/coordination'
  const stream = streams.get(StreamId.parse(`${municipality}/real/${name}`))
  const bodies = [...(stream?.documents.values() ?? [])].map(({ document }) => document.body)
  return { kind: row?.notice?.kind, bodies }
}

const said = { at: pushedAt, isTyped: false, replaces: [], writtenAt: pushedAt }
const cases = [
  ...coordinationBodies(place).map((body) => ({ kind: 'coordinationFact' as const, body })),
  ...personBodies(place).map((body) => ({ kind: 'personFact' as const, body })),
]

test.each(cases)('$kind $body.kind: as it is meant, it has its effect', async ({ kind, body }) => {
  const { kind: outcome, bodies } = await outcomeOf(kind, { kind, ...said, body })

  expect([outcome, bodies.length]).toEqual(['applied', 1])
})

test.each(cases)(
  '$kind $body.kind: with hostile values it is kept or can be folded',
  async ({ kind, body }) => {
    await assert(
      asyncProperty(hostileMessages({ kind, ...said, body }), async (hostile) => {
        const { kind: outcome, bodies } = await outcomeOf(kind, hostile)

        expect(outcome).toBeOneOf(['applied', 'quarantined'])
        expect(bodies.length).toBe(outcome === 'applied' ? 1 : 0)
        for (const one of bodies) {
          if (kind === 'coordinationFact') {
            foldIncidents([documentKinds.coordinationFact.schema.parse(one)], pushedAt)
          } else {
            foldPeople([documentKinds.personFact.schema.parse(one)])
          }
        }
      }),
      { numRuns: 25, seed: 20261123, endOnFailure: true },
    )
  },
  60_000,
)
