import { expect, test } from 'vitest'
import type { IncidentId } from '#domain/base/ids.ts'
import type { ContactState } from '#domain/people/person-fact.ts'
import { aStep } from '../../../support/a-fact.ts'
import { nord1 } from '../../../support/an-enrolled-core.ts'
import { anIncidentPhone, done, opened } from '../../../support/an-incident-phone.ts'
import { aProfile } from '../../../support/test-vault.ts'

type Phone = Awaited<ReturnType<typeof aPhoneInTheField>>

/** With a clock of its own, that may be wrong. */
async function aPhoneInTheField(
  options: Parameters<typeof anIncidentPhone>[0],
  clockAheadMinutes: number,
) {
  const phone = await anIncidentPhone(options)
  const { core } = phone
  phone.passMinutes(clockAheadMinutes)
  const list = (incident: IncidentId) => core.incidents.contactList(incident, null, null)
  return {
    ...phone,
    async contact(incident: IncidentId, place: number, state: ContactState) {
      const everybody = opened(
        await core.queries.patientRows({ kind: 'safetyAlarm', zone: null }, 20),
      )
      const patientId = everybody.rows[place]?.patient.id
      if (patientId === undefined) throw new Error('The demo has twenty with an alarm.')
      const body = { kind: 'contact' as const, patientId, state, word: null }
      const saying = { incident, zone: nord1.id, body, at: null }
      return { patientId, fact: done(await core.facts.sayOfPerson(saying)) }
    },
    async stepDone(incident: IncidentId, step: number) {
      const body = aStep({ step, zone: nord1.id })
      done(await core.facts.sayOfIncident({ incident, body, at: null }))
    },
    async seen() {
      const { incidents, lateNeeds } = opened(await core.incidents.incidents())
      const [incident] = incidents
      if (incident === undefined) throw new Error('Nothing is going on.')
      const contacts = opened(await list(incident.id))
      return {
        incidents: incidents.map(({ id, members, standing, level }) => ({
          id,
          members,
          standing,
          level,
        })),
        lateNeeds,
        counts: contacts.counts,
        people: [...contacts.mine, ...contacts.others, ...contacts.reached].map((row) => [
          row.patient.id,
          row.contact?.shown.entryId ?? null,
          row.contact?.beside.map(({ entryId }) => entryId) ?? [],
        ]),
        steps: opened(await core.incidents.tasks(incident.id, null, nord1.id)).map((step) => [
          step.step.number,
          step.marked?.shown.entryId ?? null,
        ]),
      }
    },
  }
}

async function twoPhones(clockAheadMinutes = 0) {
  const anne = await aPhoneInTheField({}, 0)
  const berit = await aPhoneInTheField(
    { server: anne.server, profile: { ...aProfile('Berit Haugen'), role: 'sectionLeader' } },
    clockAheadMinutes,
  )
  return { anne, berit, server: anne.server }
}

async function meet({ core }: Phone, server: Phone['server']) {
  await core.syncNow()
  await server.project()
  await core.syncNow()
}

test.each([0, 11, -95])(
  'two phones without a server start the same incident, work, and agree when they have met it (a clock %i minutes ahead)',
  async (ahead) => {
    const { anne, berit, server } = await twoPhones(ahead)
    const first = await anne.start()
    const second = await berit.start({ level: 2 })
    await anne.contact(first, 0, 'spokenOk')
    await berit.contact(second, 0, 'needsVisit')
    await anne.contact(first, 1, 'noAnswer')
    await berit.contact(second, 2, 'spokenOk')
    await anne.stepDone(first, 1)
    await berit.stepDone(second, 2)

    await meet(anne, server)
    await meet(berit, server)
    const { maybeOne } = opened(await berit.core.incidents.incidents())
    done(
      await berit.core.facts.sayOfIncident({
        incident: first,
        body: { kind: 'merged', other: second },
        at: null,
      }),
    )
    await meet(berit, server)
    await meet(anne, server)

    const members = [first, second].toSorted((a, b) => (a < b ? -1 : 1))
    const seen = await anne.seen()
    expect(maybeOne).toEqual([{ one: members[0], other: members[1] }])
    expect(await berit.seen()).toEqual(seen)
    expect(seen.incidents).toEqual([{ id: members[0], members, standing: 'reported', level: 2 }])
    // The more worrying shows, and nobody is counted twice.
    expect(seen.counts.byState).toMatchObject({ needsVisit: 1, noAnswer: 1, spokenOk: 1 })
    expect(seen.steps.filter(([, fact]) => fact !== null)).toHaveLength(2)
  },
  60_000,
)

test('what is said without network after a colleague closed the incident is not lost, and a leader sees who needs a visit', async () => {
  const { anne, berit, server } = await twoPhones()
  const incident = await anne.start()
  await meet(anne, server)
  await meet(berit, server)
  const closing = { kind: 'closed' as const, word: null }
  done(await berit.core.facts.sayOfIncident({ incident, body: closing, at: null }))
  await meet(berit, server)
  anne.passMinutes(5)
  const { patientId } = await anne.contact(incident, 3, 'needsVisit')
  await anne.stepDone(incident, 3)

  await meet(anne, server)
  await meet(berit, server)

  const seen = await berit.seen()
  expect(seen).toMatchObject({
    incidents: [{ id: incident, standing: 'closed' }],
    lateNeeds: [{ incident, patients: [patientId] }],
    counts: { byState: { needsVisit: 1 } },
  })
  expect(await anne.seen()).toEqual(seen)
  // The front page shows who it is, and what was said, although the incident is over.
  const person = opened(await berit.core.incidents.person(incident, patientId))
  expect(person).toMatchObject({
    patient: { id: patientId },
    contact: { shown: { body: { state: 'needsVisit' } } },
  })
}, 60_000)

test('what one undoes is undone on both, and what both undid once', async () => {
  const { anne, berit, server } = await twoPhones()
  const incident = await anne.start()
  await anne.contact(incident, 0, 'spokenOk')
  const { fact: wrong } = await anne.contact(incident, 0, 'needsVisit')
  await meet(anne, server)
  await meet(berit, server)
  const before = await berit.seen()

  for (const { core } of [anne, berit]) {
    const body = { kind: 'undone' as const, facts: [wrong] }
    done(await core.facts.sayOfPerson({ incident, zone: nord1.id, body, at: null }))
  }
  await meet(berit, server)
  await meet(anne, server)
  await meet(berit, server)

  const seen = await anne.seen()
  expect(before.counts.byState).toMatchObject({ needsVisit: 1, spokenOk: 0 })
  expect(seen.counts.byState).toMatchObject({ needsVisit: 0, spokenOk: 1 })
  expect(await berit.seen()).toEqual(seen)
}, 60_000)
