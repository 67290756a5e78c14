import { expect, test } from 'vitest'
import { ZoneId } from '#domain/base/ids.ts'
import { MunicipalityContact } from '#domain/contacts/contact.ts'
import { documentOf, type NamedDocument } from '#domain/documents/document-of.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { aStart } from '../../../support/a-fact.ts'
import { nord1, nord2 } from '../../../support/an-enrolled-core.ts'
import { anIncidentPhone, opened } from '../../../support/an-incident-phone.ts'
import { aProfile } from '../../../support/test-vault.ts'

const sor1 = { id: ZoneId.parse('sor-1'), name: 'Sør 1' }
const sums = { people: 12, notReached: 5, notContacted: 3, noAnswer: 1, needsVisit: 1, red: 1 }

function aContact(id: string, number: string, more: object = {}): NamedDocument {
  const contact = { id, group: 'own', role: id, name: null, reserve: null, lastCheckedOn: null }
  return documentOf(
    'contact',
    MunicipalityContact.parse({ ...contact, numbers: [{ number, note: null }], ...more }),
  )
}

async function aPhone(role: 'nurse' | 'hdu') {
  const phone = await anIncidentPhone({
    classes: role === 'hdu' ? ['critical'] : ['critical', 'people'],
    profile: { ...aProfile(), role, zones: [nord1] },
  })
  const put = (stream: string, documents: readonly NamedDocument[]) =>
    phone.server.write(
      StreamId.parse(`demo/real/*/${stream}`),
      documents.map((document) => ({ kind: 'put', ...document }) as const),
    )
  const incident = await phone.start({
    ...aStart(),
    area: { zones: [sor1.id, nord1.id, nord2.id], streets: [] },
  })
  await put('contacts', [
    documentOf('zoneDirectory', { zones: [nord1, sor1] }),
    aContact('hdu', '900 00 101'),
    aContact('own-1', '900 00 103', { zone: sor1.id, role: 'Ansvarsvakt Sør 1' }),
  ])
  await put('coordination', [documentOf('zoneSums', { incident, zone: sor1.id, ...sums })])
  await phone.core.syncNow()
  return { ...phone, incident }
}

test('the zones of an incident stand by name, with the server’s sums, and who answers for them', async () => {
  const { core, incident } = await aPhone('nurse')

  const zones = opened(await core.incidents.zones(incident))

  expect(zones).toMatchObject([
    { zone: nord1, isHere: true, sums: null, whom: { phone: '900 00 180', role: 'Ansvarsvakt' } },
    // A zone of which nobody has told the name is known by its id alone.
    { zone: { id: nord2.id, name: nord2.id }, isHere: false, sums: null },
    { zone: sor1, isHere: false, sums, whom: { phone: '900 00 103', role: 'Ansvarsvakt Sør 1' } },
  ])
})

test('HDU has none of their people, and is told whom to ring in each zone, never herself', async () => {
  const { core, incident } = await aPhone('hdu')

  const zones = opened(await core.incidents.zones(incident))

  expect(zones.map(({ isHere }) => isHere)).toEqual([false, false, false])
  expect(zones.map(({ whom }) => whom.phone)).toEqual(['900 00 180', '900 00 181', '900 00 103'])
})

test('the names of zones are those that the server has told, and her own as her profile says', async () => {
  const { core } = await aPhone('nurse')

  expect(opened(await core.reader.listZoneNames())).toEqual([nord1, sor1])
})
