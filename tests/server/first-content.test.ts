import { describe, expect, test } from 'vitest'
import { defaultActionCards } from '#content/action-cards/default-action-cards.ts'
import { defaultContacts } from '#content/contacts/default-contacts.ts'
import { defaultStreams } from '#content/default-documents.ts'
import { demoMunicipality } from '#content/demo-municipality.ts'
import { demoSeed } from '#demo/demo-seed.ts'
import { MunicipalityId } from '#domain/base/ids.ts'
import { ContactId } from '#domain/contacts/contact.ts'
import { documentOf, type NamedDocument } from '#domain/documents/document-of.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { createMunicipality } from '#server/accounts/create-municipality.ts'
import { nodeHasher } from '#server/base/node-hasher.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { readDocuments } from '#server/streams/read-documents.ts'
import type { StreamStore } from '#server/streams/stream-store.ts'
import { writeVersions } from '#server/streams/write-versions.ts'
import { signInLocally } from '#server/accounts/sign-in.ts'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { prepareContent } from '#server/first-content.ts'
import { openServices } from '#server/open-services.ts'
import { Refused } from '#server/base/refused.ts'
import type { Services } from '#server/services.ts'
import { systemSources } from '#server/base/sources.ts'
import { aContact } from '../support/a-contact.ts'
import { aDataFolder } from '../support/data-folder.ts'
import { testDatabase } from '../support/test-database.ts'

async function emptyServices(): Promise<Services> {
  const services = await openServices({
    db: await testDatabase(),
    dataDir: await aDataFolder(),
    sources: systemSources,
  })
  return services
}

describe('an empty database', () => {
  test('gets the demo, whose people can sign in, once', async () => {
    const services = await emptyServices()

    const first = await prepareContent(services, { demo: 'whenEmpty', seed: demoSeed })
    const second = await prepareContent(services, { demo: 'whenEmpty', seed: demoSeed })
    const from = { municipality: demoMunicipality, address: '127.0.0.1' }
    const ids = await Promise.all(
      demoSeed.accounts.map((person) => signInLocally(services, from, person)),
    )

    expect([first, second]).toEqual([{ kind: 'demo' }, { kind: 'demo' }])
    expect(new Set(ids).size).toBe(demoSeed.accounts.length)
  })

  test('gets patients in every zone of the demo, and cards, contacts and forms for all', async () => {
    const services = await emptyServices()

    await prepareContent(services, { demo: 'whenEmpty', seed: demoSeed })

    const municipality = demoMunicipality
    const scope = await systemScope(services.db, municipality)
    const heads = await withTenant(services.db, scope, (transaction) =>
      transaction.selectFrom('stream').select(['streamId', 'count']).execute(),
    )
    const countOf = (end: string) => heads.find(({ streamId }) => streamId.endsWith(end))?.count
    expect(countOf('/sor-3/critical')).toBe(67 + 1)
    expect(countOf('/nord-2/worklists')).toBe(3)
    for (const { stream, documents } of defaultStreams({ municipality, world: 'real' })) {
      expect(documents.length).toBeGreaterThan(0)
      expect(countOf(`/*/${stream.class}`)).toBe(documents.length)
    }
  })

  test('without the demo gets a way in for the first administrator', async () => {
    const services = await emptyServices()

    const wayIn = await prepareContent(services, { demo: 'off', seed: demoSeed })

    expect(wayIn).toEqual({ kind: 'invitation', token: expect.stringMatching(/^[\w-]{43}$/) })
  })
})

test('a municipality of its own starts with cards, contacts, forms and service codes, and nobody in it', async () => {
  const services = await emptyServices()

  await prepareContent(services, { demo: 'off', seed: demoSeed })

  const scope = await systemScope(services.db, MunicipalityId.parse('kommune'))
  const streams = await withTenant(services.db, scope, (transaction) =>
    transaction.selectFrom('stream').select('streamId').orderBy('streamId').execute(),
  )
  expect(streams.map(({ streamId }) => streamId)).toEqual([
    'kommune/real/*/cards',
    'kommune/real/*/contacts',
    'kommune/real/*/forms',
    'kommune/real/*/systems',
  ])
})

const prepare = (services: Services) => prepareContent(services, { demo: 'off', seed: demoSeed })
const put = (document: NamedDocument) => ({ kind: 'put', ...document }) as const

describe('a municipality that an earlier version seeded', () => {
  const municipality = MunicipalityId.parse('kommune')
  const cards = StreamId.parse('kommune/real/*/cards')
  const contacts = StreamId.parse('kommune/real/*/contacts')

  /** Three cards and no contacts, as the first version had; a leader has added one of her own and the number of HDU. */
  async function anOlderSeed(): Promise<Services> {
    const services = await emptyServices()
    const { db, sources } = services
    const place = { id: municipality, name: 'Kommunen', hostName: null, sections: [], zones: [] }
    await createMunicipality(db, place)
    await inStreams(services, async (streams) => {
      const context = { hasher: nodeHasher, now: sources.now() }
      const first = defaultActionCards.slice(0, 3).map((card) => ({ ...card, owner: 'Oss selv' }))
      await writeVersions(
        streams,
        cards,
        first.map((card) => put(documentOf('actionCard', card))),
        context,
      )
      const numbers = [{ number: '33 41 60 00', note: null }]
      await writeVersions(
        streams,
        contacts,
        [put(documentOf('contact', aContact({ numbers }))), put(documentOf('contact', taxi))],
        context,
      )
      await writeVersions(streams, contacts, [{ kind: 'delete', docId: taxi.id }], context)
    })
    return services
  }

  const taxi = aContact({ id: ContactId.parse('taxi'), role: 'Taxi' })

  async function inStreams<Value>(
    { db }: Services,
    work: (streams: StreamStore) => Promise<Value>,
  ): Promise<Value> {
    return await withTenant(db, await systemScope(db, municipality), (transaction) =>
      work(postgresStreamStore(transaction)),
    )
  }

  const read = <Kind extends 'actionCard' | 'contact'>(services: Services, kind: Kind) =>
    inStreams(services, async (streams) => {
      const stream = kind === 'contact' ? contacts : cards
      return (await readDocuments(streams, kind, stream)).values
    })

  test('gets the cards and contacts that have come since, when a server starts', async () => {
    const services = await anOlderSeed()

    await prepare(services)

    const codes = (await read(services, 'actionCard')).map(({ code }) => code)
    const ids = (await read(services, 'contact')).map(({ id }) => id)
    expect(codes.toSorted()).toEqual(defaultActionCards.map(({ code }) => code).toSorted())
    expect(ids).toContain('amk')
    expect(ids.length).toBe(defaultContacts.length - 1)
  })

  test('keeps what it has as its own people wrote it, and without what they took away', async () => {
    const services = await anOlderSeed()

    await prepare(services)

    const [first] = defaultActionCards
    const kept = (await read(services, 'actionCard')).find(({ code }) => code === first?.code)
    const all = await read(services, 'contact')
    expect(kept?.owner).toBe('Oss selv')
    expect(all.find(({ id }) => id === 'hdu')?.numbers).toEqual([
      { number: '33 41 60 00', note: null },
    ])
    expect(all.some(({ id }) => id === 'taxi')).toBe(false)
  })

  test('is written to once', async () => {
    const services = await anOlderSeed()
    await prepare(services)
    const before = await inStreams(services, (streams) => streams.findHead(cards))

    await prepare(services)

    expect(await inStreams(services, (streams) => streams.findHead(cards))).toEqual(before)
  })
})

test('a demo that was cut short is completed', async () => {
  const services = await emptyServices()
  await prepareContent(services, { demo: 'on', seed: demoSeed })
  const scope = { municipality: demoMunicipality, zones: [], account: null, role: null }
  // The history of rights is deleted by nobody who comes as a tenant.
  await services.db.deleteFrom('accountRight').execute()
  await withTenant(services.db, scope, async (transaction) => {
    await transaction.deleteFrom('accountZone').execute()
    await transaction.deleteFrom('account').where('username', '<>', 'nina').execute()
  })

  await prepareContent(services, { demo: 'whenEmpty', seed: demoSeed })

  const people = await withTenant(services.db, scope, (transaction) =>
    transaction.selectFrom('account').select('username').execute(),
  )
  expect(people).toHaveLength(demoSeed.accounts.length)
})

test('a server with people of its own never gets the demo’s', async () => {
  const services = await emptyServices()
  await prepareContent(services, { demo: 'off', seed: demoSeed })

  expect(await prepareContent(services, { demo: 'on', seed: demoSeed })).toMatchObject({
    kind: 'invitation',
  })
})

test('the demo’s passwords open nothing outside the demo', async () => {
  const services = await emptyServices()
  await prepareContent(services, { demo: 'on', seed: demoSeed })

  await expect(prepareContent(services, { demo: 'off', seed: demoSeed })).rejects.toThrow(
    'holds the demo',
  )
})

test('without the demo none of its people can sign in', async () => {
  const services = await emptyServices()
  await prepareContent(services, { demo: 'off', seed: demoSeed })
  const from = { municipality: MunicipalityId.parse('kommune'), address: '127.0.0.1' }

  for (const person of demoSeed.accounts) {
    await expect(signInLocally(services, from, person)).rejects.toThrow(Refused)
  }
})

describe('a server without the demo', () => {
  test('never starts on a database that holds it', async () => {
    const services = await emptyServices()
    await prepareContent(services, { demo: 'on', seed: demoSeed })

    const starting = prepareContent(services, { demo: 'whenEmpty', seed: null })

    await expect(starting).rejects.toThrow('holds the demo')
  })

  test('invites the first administrator of an empty database', async () => {
    const services = await emptyServices()

    const wayIn = await prepareContent(services, { demo: 'whenEmpty', seed: null })

    expect(wayIn).toMatchObject({ kind: 'invitation' })
  })

  test('says so when it is asked for', async () => {
    const services = await emptyServices()

    const starting = prepareContent(services, { demo: 'on', seed: null })

    await expect(starting).rejects.toThrow('does not have')
  })
})
