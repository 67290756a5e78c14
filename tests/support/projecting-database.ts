import { StreamId } from '#domain/streams/stream.ts'
import { type EntryId, MunicipalityId, SectionId, ZoneId } from '#domain/base/ids.ts'
import { createMunicipality } from '#server/accounts/create-municipality.ts'
import type { AccountsDatabase, Database } from '#server/database/database.ts'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { postgresInboxStore } from '#server/inbox/postgres-inbox-store.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { writeVersions } from '#server/streams/write-versions.ts'
import { poisonedForm, poisonedFormBody } from './a-poison.ts'
import { nodeHasher } from './node-hasher.ts'
import { type InTransaction, pushedAt } from './pushing-phone.ts'

/** A municipality of a database, with a zone and a form and no server that projects. */
export async function projectingMunicipality(
  { db, accounts }: { db: Database; accounts: AccountsDatabase },
  name: string,
) {
  const municipality = MunicipalityId.parse(name)
  const section = SectionId.parse('nord')
  await createMunicipality(accounts, {
    id: municipality,
    name,
    hostName: name,
    sections: [{ id: section, name: 'Nord' }],
    zones: [{ id: ZoneId.parse('nord-1'), name: 'Nord 1', section }],
  })
  const scope = await systemScope(db, municipality)
  const forms = StreamId.parse(`${municipality}/real/*/forms`)
  const write = { kind: 'put', docId: poisonedForm, schema: 'questionnaire@1' } as const
  await withTenant(db, scope, (transaction) =>
    writeVersions(postgresStreamStore(transaction), forms, [{ ...write, body: poisonedFormBody }], {
      hasher: nodeHasher,
      now: pushedAt,
    }),
  )
  const inInbox: InTransaction = (work) =>
    withTenant(db, scope, (transaction) => work(postgresInboxStore(transaction, municipality)))
  return {
    municipality,
    scope,
    inInbox,
    /** What is known of an entry's effect. */
    stateOf: (entryId: EntryId) =>
      withTenant(db, scope, (transaction) =>
        transaction
          .selectFrom('inbox')
          .select(['projected', 'noticeReason', 'faults', 'waitsFor'])
          .where('entryId', '=', entryId)
          .executeTakeFirst(),
      ),
  }
}
