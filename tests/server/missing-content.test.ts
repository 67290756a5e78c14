import { describe, expect, test } from 'vitest'
import { defaultActionCards } from '#content/action-cards/default-action-cards.ts'
import { defaultContacts } from '#content/contacts/default-contacts.ts'
import { signeringsliste1 } from '#content/forms/former/signeringsliste-1.ts'
import { signeringsliste } from '#content/forms/signeringsliste.ts'
import { findActiveForm } from '#domain/forms/questionnaire.ts'
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
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { emptyServices } from '../support/empty-services.ts'
import { prepareContent } from '#server/first-content.ts'
import type { Services } from '#server/services.ts'
import { aContact } from '../support/a-contact.ts'

const prepare = (services: Services) => prepareContent(services, { demo: 'off', seed: demoSeed })
const put = (document: NamedDocument) => ({ kind: 'put', ...document }) as const

describe('a municipality that an earlier version seeded', () => {
  const municipality = MunicipalityId.parse('kommune')
  const cards = StreamId.parse('kommune/real/*/cards')
  const contacts = StreamId.parse('kommune/real/*/contacts')
  const forms = StreamId.parse('kommune/real/*/forms')

  /** Three cards and no contacts, as the first version had; a leader has added one of her own and the number of HDU. */
  async function anOlderSeed(): Promise<Services> {
    const services = await emptyServices()
    const { accounts, sources } = services
    const place = { id: municipality, name: 'Kommunen', hostName: null, sections: [], zones: [] }
    await createMunicipality(accounts, place)
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

  async function withForms(...writes: Parameters<typeof writeVersions>[2]): Promise<Services> {
    const services = await anOlderSeed()
    await inStreams(services, (streams) =>
      writeVersions(streams, forms, writes, { hasher: nodeHasher, now: services.sources.now() }),
    )
    return services
  }

  const versionsOf = async (services: Services, form: string) =>
    (await read(services, 'questionnaire'))
      .filter(({ name }) => name === form)
      .map(({ version }) => version)
      .toSorted()

  const signing = documentOf('questionnaire', signeringsliste1)

  const taxi = aContact({ id: ContactId.parse('taxi'), role: 'Taxi' })

  async function inStreams<Value>(
    { db }: Services,
    work: (streams: StreamStore) => Promise<Value>,
  ): Promise<Value> {
    return await withTenant(db, await systemScope(db, municipality), (transaction) =>
      work(postgresStreamStore(transaction)),
    )
  }

  const read = <Kind extends 'actionCard' | 'contact' | 'questionnaire'>(
    services: Services,
    kind: Kind,
  ) =>
    inStreams(services, async (streams) => {
      const stream = { contact: contacts, actionCard: cards, questionnaire: forms }[kind]
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

  test('gets the next version of a form beside the one that it has, which stays as it was', async () => {
    const services = await withForms(put(signing))

    await prepare(services)

    expect(await versionsOf(services, 'signeringsliste')).toEqual(['1', '2'])
    const all = await read(services, 'questionnaire')
    expect(all).toContainEqual(signeringsliste1)
    expect(findActiveForm(signeringsliste.name, all)).toEqual(signeringsliste)
  })

  test('keeps a form that its leader has changed, and gets no version of it that would be begun instead', async () => {
    const changed = { ...signeringsliste1, title: 'Vår signeringsliste' }
    const services = await withForms(put(documentOf('questionnaire', changed)))

    await prepare(services)

    expect(await versionsOf(services, 'signeringsliste')).toEqual(['1'])
  })

  test('keeps a version of its own, also one that comes before ours by its number', async () => {
    const own = { ...signeringsliste1, version: '7' }
    const services = await withForms(put(signing), put(documentOf('questionnaire', own)))

    await prepare(services)

    expect(await versionsOf(services, 'signeringsliste')).toEqual(['1', '7'])
  })

  test('goes on without a form that its leader has taken away', async () => {
    const services = await withForms(put(signing))
    await inStreams(services, (streams) =>
      writeVersions(streams, forms, [{ kind: 'delete', docId: signing.docId }], {
        hasher: nodeHasher,
        now: services.sources.now(),
      }),
    )

    await prepare(services)

    expect(await versionsOf(services, 'signeringsliste')).toEqual([])
    expect(await versionsOf(services, 'besoksnotat')).toEqual(['1'])
  })

  test('is written to once', async () => {
    const services = await anOlderSeed()
    await prepare(services)
    const before = await inStreams(services, (streams) => streams.findHead(cards))

    await prepare(services)

    expect(await inStreams(services, (streams) => streams.findHead(cards))).toEqual(before)
  })
})
