import { randomUUID } from 'node:crypto'
import { defaultForms } from '#content/forms/default-forms.ts'
import { DeviceId, EmployeeId, MunicipalityId, SectionId, ZoneId } from '#domain/base/ids.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import { cardOpenedForm } from '#domain/entries/entry-content.ts'
import { formReferenceOf, type FormReference } from '#domain/forms/form-reference.ts'
import type { Instant } from '#domain/time/instant.ts'
import { createMunicipality } from '#server/accounts/create-municipality.ts'
import type { InboxEntry } from '#server/base/inbox-entry.ts'
import { nodeHasher } from '#server/base/node-hasher.ts'
import type { Database } from '#server/database/database.ts'
import { type TenantScope, systemScope, withTenant } from '#server/database/with-tenant.ts'
import { unused } from '#server/inbox/device-quota.ts'
import { postgresInboxStore } from '#server/inbox/postgres-inbox-store.ts'
import type { ServerKeys } from '#server/keys/keys.ts'
import type { Services } from '#server/services.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { writeAllStreams } from '#server/streams/write-all-streams.ts'
import { inboxRow } from './inbox-row.ts'

const municipality = MunicipalityId.parse('bench')
const zone = ZoneId.parse('nord-1')

export type PoisonGround = {
  db: Database
  keys: ServerKeys
  scope: TenantScope
  now: Instant
  devices: { loud: DeviceId; quiet: DeviceId }
  form: FormReference
}

/** A municipality with its forms and two phones. */
export async function poisonGround({
  db,
  accounts,
  keys,
  sources,
}: Services): Promise<PoisonGround> {
  const section = SectionId.parse('nord')
  await createMunicipality(accounts, {
    id: municipality,
    name: 'Eksempel kommune',
    hostName: null,
    sections: [{ id: section, name: 'Nord' }],
    zones: [{ id: zone, name: 'Nord 1', section }],
  })
  const scope = await systemScope(db, municipality)
  const now = sources.now()
  const stream = { kind: 'municipality', municipality, world: 'real', class: 'forms' } as const
  const documents = defaultForms.map((body) => documentOf('questionnaire', body))
  const [loud, quiet] = [DeviceId.parse(randomUUID()), DeviceId.parse(randomUUID())]
  await withTenant(db, scope, async (transaction) => {
    await writeAllStreams(postgresStreamStore(transaction), [{ stream, documents }], {
      hasher: nodeHasher,
      now,
    })
    const inbox = postgresInboxStore(transaction, municipality)
    const { keyId } = keys.current().credentials
    for (const deviceId of [loud, quiet]) {
      const fresh = { head: 0, noticeCursor: 0, durable: null, ...unused }
      await inbox.registerDevice({ deviceId, keyId, ...fresh })
    }
  })
  const [form] = defaultForms
  if (form === undefined) throw new Error('There is no form')
  return {
    db,
    keys: keys.current(),
    scope,
    now,
    devices: { loud, quiet },
    form: formReferenceOf(form),
  }
}

const author = {
  employeeId: EmployeeId.parse(randomUUID()),
  name: 'Anne Dahl',
  title: null,
  hprNumber: null,
}
const by = { municipality, zone, employeeId: author.employeeId }

/** Entries of one phone: too deep, too many, not valid, not readable, and such as PostgreSQL refuses. */
export function poisonedRows(ground: PoisonGround, count: number): Promise<InboxEntry[]> {
  const texts = [
    noteText(ground, `${'{"linkId":"a","item":['.repeat(3_000)}${']}'.repeat(3_000)}`),
    noteText(ground, Array(5_000).fill('{"linkId":"a"}').join(',')),
    noteText(ground, '{"linkId":"ukjent"}'),
    '{"kind":',
    openedText(ground, 'a\u0000b'),
  ]
  return Promise.all(
    Array.from({ length: count }, (_, place) => {
      const text = texts[place % texts.length] ?? ''
      const form = text.includes('cardOpened') ? cardOpenedForm : ground.form
      const from = { deviceId: ground.devices.loud, n: place + 1 }
      return inboxRow(ground, { ...by, ...from, form, text, later: 0 })
    }),
  )
}

export function honestRow(ground: PoisonGround): Promise<InboxEntry> {
  const text = openedText(ground, null)
  const place = { deviceId: ground.devices.quiet, n: 1, form: cardOpenedForm, later: 1 }
  return inboxRow(ground, { ...by, ...place, text })
}

function noteText({ now }: PoisonGround, items: string): string {
  const response = { resourceType: 'QuestionnaireResponse', status: 'completed', item: [] }
  const times = { eventAt: now, writtenAt: now }
  const rest = { patientId: null, corrects: null, response: { questionnaire: 'a', ...response } }
  return JSON.stringify({ kind: 'form', author, ...times, ...rest }).replace(
    '"item":[]',
    `"item":[${items}]`,
  )
}

function openedText({ now }: PoisonGround, reason: string | null): string {
  const patientId = randomUUID()
  const opened = { patientId, openedAt: now, revealed: null, reason }
  return JSON.stringify({ kind: 'cardOpened', author, ...opened })
}
