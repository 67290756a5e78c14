import { describe, expect, test } from 'vitest'
import { defaultStreams } from '#content/default-documents.ts'
import { demoMunicipality } from '#content/demo-municipality.ts'
import { demoMunicipalityContacts } from '#demo/demo-municipality-contacts.ts'
import { demoZonePlans } from '#demo/demo-zone-plans.ts'
import { demoSeed } from '#demo/demo-seed.ts'
import { MunicipalityId } from '#domain/base/ids.ts'
import { signInLocally } from '#server/accounts/sign-in.ts'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { noon } from '../support/a-patient.ts'
import { emptyServices, servicesOn } from '../support/empty-services.ts'
import { asOwnerOf, testDatabase } from '../support/test-database.ts'
import { prepareContent } from '#server/first-content.ts'
import { Refused } from '#server/base/refused.ts'

describe('an empty database', () => {
  test('gets the demo, whose people can sign in, once', async () => {
    const services = await emptyServices()

    const first = await prepareContent(services, { demo: 'whenEmpty', seed: demoSeed })
    const second = await prepareContent(services, { demo: 'whenEmpty', seed: demoSeed })
    const from = { municipality: demoMunicipality, address: '127.0.0.1', knownDevice: null }
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
    const contacts = demoMunicipalityContacts(noon)
    const zonePlans = demoZonePlans(noon)
    const streams = defaultStreams({ municipality, world: 'real', contacts, zonePlans })
    for (const { stream, documents } of streams) {
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

test('a demo that was cut short is completed', async () => {
  const database = await testDatabase()
  const services = await servicesOn(database)
  await prepareContent(services, { demo: 'on', seed: demoSeed })
  const scope = { municipality: demoMunicipality, zones: [], account: null, role: null }
  // Accounts and the history of their rights are deleted by nobody but the owner.
  const owner = asOwnerOf(database.urls)
  await owner.deleteFrom('accountRight').execute()
  await owner.deleteFrom('accountZone').execute()
  await owner.deleteFrom('account').where('username', '<>', 'nina').execute()

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
  const from = {
    municipality: MunicipalityId.parse('kommune'),
    address: '127.0.0.1',
    knownDevice: null,
  }

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
