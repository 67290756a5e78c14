import { expect, onTestFinished, test } from 'vitest'
import { PatientId, ZoneId } from '#domain/base/ids.ts'
import type { Role } from '#domain/base/role.ts'
import type { CoordinationFactBody } from '#domain/incidents/coordination-fact.ts'
import type { PersonFactBody } from '#domain/people/person-fact.ts'
import { aStart, aStep } from '../../../support/a-fact.ts'
import { anIncidentPhone, done, opened } from '../../../support/an-incident-phone.ts'
import { nord1, nord2 } from '../../../support/an-enrolled-core.ts'
import { failWrites } from '../../../support/failing-indexed-db.ts'
import { aProfile, noon } from '../../../support/test-vault.ts'

type Phone = Awaited<ReturnType<typeof anIncidentPhone>>

const someone = PatientId.parse('6f1f2c9e-0f57-4b0e-9a39-0d2f6a4f2b11')

function contact(state: Extract<PersonFactBody, { kind: 'contact' }>['state']): PersonFactBody {
  return { kind: 'contact', patientId: someone, state, word: null }
}

async function ownFacts({ vault }: Phone) {
  const listed = done(await vault.ownFacts.list())
  return listed.map(({ content, ...entry }) => {
    if (content.kind !== 'open') throw new Error('Her own copy does not open.')
    return { ...entry, content: content.value }
  })
}

async function phoneOf(role: Role) {
  return anIncidentPhone({ profile: { ...aProfile(), role } })
}

test('a start counts on the phone at once, reported, and its entry names the incident and no zone', async () => {
  const phone = await anIncidentPhone()

  const incident = await phone.start()

  const { incidents, lastShared } = opened(await phone.core.incidents.incidents())
  expect(incidents).toMatchObject([{ id: incident, standing: 'reported', startsAt: noon }])
  expect(lastShared).toBeNull()
  expect(await ownFacts(phone)).toMatchObject([{ incident, zone: null, state: 'sealed' }])
})

test('what was said is there after a restart without network', async () => {
  const phone = await anIncidentPhone()
  const incident = await phone.start()

  const { core, unlock } = await phone.restart()
  await unlock()

  expect(opened(await core.incidents.incidents()).incidents).toMatchObject([{ id: incident }])
})

test('a fact replaces what stands of the same thing, and is later by the hybrid clock', async () => {
  const phone = await anIncidentPhone()
  const { core, passMinutes } = phone
  const incident = await phone.start()
  const zone = nord1.id
  const first = done(
    await core.facts.sayOfPerson({ incident, zone, body: contact('noAnswer'), at: null }),
  )
  passMinutes(-120)

  const second = done(
    await core.facts.sayOfPerson({ incident, zone, body: contact('spokenOk'), at: null }),
  )

  const [newest, older] = await ownFacts(phone)
  expect(newest).toMatchObject({ entryId: second, zone, content: { replaces: [first] } })
  expect(older).toMatchObject({ entryId: first, content: { replaces: [] } })
  expect(String(older?.hlc) < String(newest?.hlc)).toBe(true)
})

test('a second press writes nothing, and what is said again later is a new fact', async () => {
  const phone = await anIncidentPhone()
  const { core } = phone
  const incident = await phone.start()
  const saying = { incident, zone: nord1.id, body: contact('noAnswer'), at: null }

  const [one, other] = await Promise.all([
    core.facts.sayOfPerson(saying),
    core.facts.sayOfPerson(saying),
  ])
  phone.passMinutes(30)
  const later = await core.facts.sayOfPerson(saying)

  expect(done(one)).toBe(done(other))
  expect(done(later)).not.toBe(done(one))
  expect(await ownFacts(phone)).toHaveLength(3)
})

test('two presses of start are one incident, and after an undo it can be started anew', async () => {
  const phone = await anIncidentPhone()
  const first = await phone.start()
  phone.phone.passSeconds(2)

  const second = await phone.start()
  const [start] = await ownFacts(phone)
  const body = { kind: 'undone' as const, facts: start === undefined ? [] : [start.entryId] }
  done(await phone.core.facts.sayOfIncident({ incident: first, body, at: null }))
  const third = await phone.start()

  expect(second).toBe(first)
  expect(third).not.toBe(first)
  expect(opened(await phone.core.incidents.incidents()).incidents).toMatchObject([{ id: third }])
})

test.each([
  ['nurse', [true, false, false, true]],
  ['shiftLead', [true, true, false, true]],
  ['sectionLeader', [true, true, true, true]],
  ['hdu', [true, true, false, false]],
] as const)(
  '%s marks a step, confirms, closes and records people as far as she may',
  async (role, may) => {
    const { core, start } = await phoneOf(role)
    const incident = await start()
    const sayOfIncident = (body: CoordinationFactBody) =>
      core.facts.sayOfIncident({ incident, body, at: null })
    const saying = { incident, zone: nord1.id, body: contact('spokenOk'), at: null }

    const said = [
      await sayOfIncident(aStep()),
      await sayOfIncident({ kind: 'confirmed' }),
      await sayOfIncident({ kind: 'closed', word: null }),
      await core.facts.sayOfPerson(saying),
    ]

    expect(said.map(({ ok }) => ok)).toEqual(may)
  },
)

test('the administrator starts nothing, and a nurse undoes no closing', async () => {
  const administrator = await phoneOf('administrator')
  const refusedStart = await administrator.core.facts.start(aStart(), null)
  const leader = await phoneOf('sectionLeader')
  const incident = await leader.start()
  const closed = done(
    await leader.core.facts.sayOfIncident({
      incident,
      body: { kind: 'closed', word: null },
      at: null,
    }),
  )
  leader.state.signedIn = { ...leader.profile, role: 'nurse' }
  await leader.core.syncNow()

  const undoing = { kind: 'undone' as const, facts: [closed] }
  const undone = await leader.core.facts.sayOfIncident({ incident, body: undoing, at: null })

  expect(refusedStart).toEqual({ ok: false, refusal: { kind: 'notAllowed' } })
  expect(undone).toEqual({ ok: false, refusal: { kind: 'notAllowed' } })
})

test("nothing is said of another zone's people", async () => {
  const { core, start } = await anIncidentPhone()
  const incident = await start()

  const zone = ZoneId.parse('vest-1')
  const said = await core.facts.sayOfPerson({
    incident,
    zone,
    body: contact('spokenOk'),
    at: null,
  })

  expect(said).toEqual({ ok: false, refusal: { kind: 'notAllowed' } })
  expect(nord2.id).not.toBe(zone)
})

test('a word that names a patient is refused before it is sealed', async () => {
  const phone = await anIncidentPhone()
  const incident = await phone.start()
  const rows = opened(await phone.core.queries.patientRows({ kind: 'all', zone: null }, 1)).rows
  const { given, family } = rows[0]?.patient.name ?? { given: '', family: '' }
  const word = `Fikk ikke tak i ${given} ${family}`

  const said = await phone.core.facts.sayOfIncident({
    incident,
    body: aStep({ state: 'failed', word }),
    at: null,
  })

  expect(said).toMatchObject({ ok: false, refusal: { kind: 'mentionsPerson' } })
  expect(await ownFacts(phone)).toHaveLength(1)
})

test('on a full disk it is said that nothing was said, and nothing is half said', async () => {
  const phone = await anIncidentPhone()
  const incident = await phone.start()
  const saying = { incident, zone: nord1.id, body: contact('needsVisit'), at: null }
  const disk = failWrites({ atWrite: 1, times: 1_000, name: 'QuotaExceededError' })
  onTestFinished(disk.heal)

  const refusal = await phone.core.facts.sayOfPerson(saying)
  disk.heal()
  const before = opened(await phone.core.incidents.contactList(incident, null, null))
  const said = await phone.core.facts.sayOfPerson(saying)

  expect(refusal).toEqual({ ok: false, refusal: { kind: 'storageFailed' } })
  expect(before.counts.byState.needsVisit).toBe(0)
  expect(said.ok).toBe(true)
  expect(await ownFacts(phone)).toHaveLength(2)
})

test('a locked phone says nothing', async () => {
  const { core, start } = await anIncidentPhone()
  const incident = await start()
  await core.vault.lock()

  const said = await core.facts.sayOfIncident({ incident, body: aStep(), at: null })

  expect(said).toEqual({ ok: false, refusal: { kind: 'locked' } })
  expect(await core.incidents.incidents()).toEqual({ kind: 'locked' })
})
