import { createHash, randomUUID } from 'node:crypto'
import type { Identified } from '#domain/roster/person-identity.ts'
import { KeyId, PatientId } from '#domain/base/ids.ts'
import type { IdentityKey } from '#server/keys/identity-key.ts'
import { savePatientIds } from '#server/import/roster/patient-identities.ts'
import { quietTask } from '#server/import/task/import-task.ts'
import { asOwner } from '#server/database/prepare-database.ts'
import { withTenant } from '#server/database/with-tenant.ts'
import type { Attack } from '../attack.ts'

/** Hashes as an earlier version did, which had no key. */
const bare: IdentityKey = {
  keyId: KeyId.parse('b'.repeat(43)),
  hash: (bareHash) => bareHash,
}

/** A made-up number of a month that no real one has. */
const number = '01814100155'

export const triedNumbers: Attack = {
  name: 'tried-numbers',
  about:
    'Somebody with a copy of the database tries national identity numbers, to learn who is a patient.',
  async run(ground, parts) {
    const town = await ground.town()
    const identities = parts === 'weakened' ? bare : town.services.imports.identities
    const identity: Identified = {
      name: { family: 'Somby', given: 'Ella' },
      bornOn: null,
      personalNumber: { kind: 'synthetic', value: number, valid: true },
      ehrId: null,
      street: '',
    }
    const people = [{ id: PatientId.parse(randomUUID()), identity }]
    const { municipality, scope } = town
    await withTenant(town.services.db, scope, (transaction) =>
      savePatientIds(transaction, { municipality, identities }, people, quietTask()),
    )

    const stolen = await asOwner(town.urls.owner, (owner) =>
      owner
        .selectFrom('patientIdentity')
        .select('keyHash')
        .where('municipalityId', '=', municipality)
        .execute(),
    )
    const tried = createHash('sha256').update(`personalNumber:${number}`).digest('hex')
    const isFound = stolen.some(({ keyHash }) => keyHash === tried)
    return {
      refused: stolen.length > 0 && !isFound,
      note: `Of ${stolen.length} rows ${isFound ? 'one is' : 'none is'} the hash of a number that was tried.`,
    }
  },
}
