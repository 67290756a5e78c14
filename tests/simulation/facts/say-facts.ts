import { type EntryId as Id, EntryId, type IncidentId } from '#domain/base/ids.ts'
import { coordinationFactForm, personFactForm } from '#domain/entries/entry-content.ts'
import type { Said } from '#domain/facts/said.ts'
import { type Hlc, laterHlc, nextHlc } from '#domain/time/hlc.ts'
import { instantFromMilliseconds } from '#domain/time/instant.ts'
import { appendEntry } from '../../support/append-entry.ts'
import { act } from '../incident/incident-actions.ts'
import type { ActingPhone, SimFact } from '../incident/incident-phone.ts'
import { type KnownFacts, viewOf } from '../incident/incident-view.ts'
import { simZone } from '../incident/sim-people.ts'
import { type Device, wallMilliseconds } from '../phone.ts'
import type { RunContext } from '../run-context.ts'
import { coordinationStream, municipality, peopleOf } from '../sim-streams.ts'
import { sealingCrypto } from '../write-entry.ts'
import { checkOwnFacts } from './check-own-facts.ts'
import { authorOn, factsOn } from './facts-on-phone.ts'
import type { SaidFact } from './said-fact.ts'

/** The author presses something in what her phone shows of incidents and people. */
export async function sayFacts(context: RunContext, device: Device): Promise<SaidFact[]> {
  const { known } = await factsOn(context, device)
  const pressed: SimFact[] = []
  act(actingPhone(context, device, { known, pressed }), context.random)
  const said: SaidFact[] = []
  for (const one of pressed) {
    await storeFact(context, device, one)
    said.push(saidFactOf(one))
    context.note(`${device.name} says ${one.fact.body.kind}`)
  }
  await checkOwnFacts(context, device, said)
  return said
}

function saidFactOf({ channel, fact }: SimFact): SaidFact {
  const { entryId, incident, author } = fact
  const about = { entryId, incident, author: author.employeeId }
  return channel === 'coordination'
    ? { ...about, channel, body: fact.body, stream: coordinationStream }
    : { ...about, channel, body: fact.body, stream: peopleOf(fact.zone) }
}

/** What the actions of `incident/` need of a phone, on top of what this one knows. */
function actingPhone(
  context: RunContext,
  device: Device,
  { known, pressed }: { known: KnownFacts; pressed: SimFact[] },
): ActingPhone {
  const { random, rights } = context
  const { employeeId } = authorOn(device).employee
  const author = { employeeId, name: 'Kari', title: null, hprNumber: null }
  const wall = wallMilliseconds(context, device)
  const at = instantFromMilliseconds(wall)
  const all = (): SimFact[] => [
    ...known.coordination.map((fact) => ({ channel: 'coordination', fact }) as const),
    ...known.people.map((fact) => ({ channel: 'people', fact }) as const),
    ...pressed,
  ]
  const nextSaid = (incident: IncidentId, replaces: readonly Id[] = []): Said => ({
    at,
    isTyped: false,
    replaces: [...replaces],
    entryId: EntryId.parse(random.uuid()),
    incident,
    deviceId: device.outbox.current,
    n: 1,
    hlc: nextHlc(latestHlc(all()), wall),
    author,
    writtenAt: at,
    receivedAt: null,
    clockAheadMinutes: 0,
  })
  const press = (said: SimFact): Id => {
    pressed.push(said)
    return said.fact.entryId
  }
  return {
    // Now and then somebody closes who may not.
    index: rights.isLeader(employeeId) || random.chance(0.2) ? 0 : 1,
    author,
    all,
    wallInstant: () => at,
    view() {
      const facts = all()
      const now = instantFromMilliseconds(context.scheduler.now())
      return viewOf(
        {
          coordination: facts.flatMap((one) => (one.channel === 'coordination' ? [one.fact] : [])),
          people: facts.flatMap((one) => (one.channel === 'people' ? [one.fact] : [])),
        },
        now,
        null,
      )
    },
    sayOfIncident: (body, incident, replaces) =>
      press({ channel: 'coordination', fact: { ...nextSaid(incident, replaces), body } }),
    sayOfPerson: (body, incident, replaces) =>
      press({ channel: 'people', fact: { ...nextSaid(incident, replaces), zone: simZone, body } }),
    expectToHold(holds, what) {
      if (!holds) context.fail(`${device.name} ${what}`)
    },
  }
}

function latestHlc(facts: readonly SimFact[]): Hlc | null {
  return facts.reduce<Hlc | null>((latest, { fact }) => laterHlc(latest, fact.hlc), null)
}

async function storeFact(
  context: RunContext,
  device: Device,
  { channel, fact }: SimFact,
): Promise<void> {
  const { entryId, incident, at, isTyped, replaces, writtenAt, hlc } = fact
  const saidWith = { at, isTyped, replaces, writtenAt }
  const place = { entryId, incident, municipality, now: at, hlc }
  const crypto = sealingCrypto(context, authorOn(device))
  if (channel === 'coordination') {
    await appendEntry(device.outbox, crypto, {
      ...place,
      zone: null,
      form: coordinationFactForm,
      content: (author) => ({ kind: 'coordinationFact', author, ...saidWith, body: fact.body }),
    })
    return
  }
  await appendEntry(device.outbox, crypto, {
    ...place,
    zone: fact.zone,
    form: personFactForm,
    content: (author) => ({ kind: 'personFact', author, ...saidWith, body: fact.body }),
  })
}
