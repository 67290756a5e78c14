import { revokeZone } from '#server/accounts/account-rights.ts'
import { closeAccount } from '#server/accounts/close-account.ts'
import { withAccounts } from '#server/database/with-tenant.ts'
import { PatientId } from '#domain/base/ids.ts'
import { credentialDays } from '#domain/entries/credential.ts'
import { aNote, issueForm } from '../a-note.ts'
import type { Attack, Outcome, Parts } from '../attack.ts'
import { aChangedApp } from '../changed-app.ts'
import { type Ground, alone } from '../ground.ts'
import { blindToAbuse, isActedOn, unjudged } from '../rights.ts'
import { type Hired, type Town, north, south } from '../town.ts'

type Place = {
  town: Town
  nina: Hired
  app: Awaited<ReturnType<typeof aChangedApp>>
}

function holderOf({ municipality }: Town, { profile }: Hired) {
  return { municipalityId: municipality, accountId: profile.author.employeeId }
}

/** Sends one note of a nurse of Nord 1 after `prepare`, and asks whether a zone's phones would act on it. */
async function sendBeyond(
  ground: Ground,
  parts: Parts,
  prepare: (place: Place) => Promise<Parameters<typeof aNote>[1]> | Parameters<typeof aNote>[1],
  weaker = unjudged,
): Promise<Outcome> {
  const town = await ground.town(parts === 'weakened' ? weaker : alone)
  await issueForm(town)
  const nina = await town.hire('Nina Dahl', 'nurse', [north])
  const app = await aChangedApp(town, nina)
  const journal = await app.send(aNote(nina, await prepare({ town, nina, app })))
  return {
    refused: !isActedOn(journal),
    note: isActedOn(journal)
      ? 'The zone’s phones got «SEPONERT Marevan».'
      : `The zone’s phones got ${journal === null ? 'nothing' : 'only that a note waits'}.`,
  }
}

export const foreignZoneNote: Attack = {
  name: 'foreign-zone-note',
  about: 'A nurse of Nord 1 writes «SEPONERT Marevan» into the journal of Sør 1.',
  run: (ground, parts) => sendBeyond(ground, parts, () => ({ zone: south })),
}

export const foreignPatientNote: Attack = {
  name: 'foreign-patient-note',
  about: 'A nurse of Nord 1 writes in her own zone about a patient of Sør 1.',
  run: (ground, parts) =>
    sendBeyond(ground, parts, async ({ town }) => {
      const patientId = PatientId.parse(crypto.randomUUID())
      await town.put('sor-1/critical', patientId, { name: 'Somby' })
      return { content: { patientId } }
    }),
}

export const lostZoneNote: Attack = {
  name: 'lost-zone-note',
  about:
    'A nurse goes on writing in a zone that was taken from her, though her phone has heard of it.',
  run: (ground, parts) =>
    sendBeyond(ground, parts, async ({ town, nina, app }) => {
      await withAccounts(town.services.accounts, town.scope, (transaction) =>
        revokeZone(transaction, holderOf(town, nina), north, town.now()),
      )
      town.passMinutes(5)
      await app.listStreams()
      town.passMinutes(5)
      return {}
    }),
}

export const closedAccountNote: Attack = {
  name: 'closed-account-note',
  about: 'Somebody whose account was closed goes on writing.',
  run: (ground, parts) =>
    sendBeyond(ground, parts, async ({ town, nina, app }) => {
      const closing = { at: town.now(), abuseFrom: null }
      await withAccounts(town.services.accounts, town.scope, (transaction) =>
        closeAccount(transaction, holderOf(town, nina), closing),
      )
      town.passMinutes(5)
      await app.send(aNote(nina))
      town.passMinutes(5)
      return {}
    }),
}

export const expiredCredentialNote: Attack = {
  name: 'expired-credential-note',
  about: 'A phone that was lost months ago writes with credentials that have expired.',
  run: (ground, parts) =>
    sendBeyond(ground, parts, ({ town }) => {
      town.passMinutes((credentialDays + 1) * 24 * 60)
      return {}
    }),
}

export const abuseFromT: Attack = {
  name: 'abuse-from-T',
  about:
    'Somebody whose account was closed for abuse sends what her phone could not know to be forbidden.',
  run: (ground, parts) =>
    sendBeyond(
      ground,
      parts,
      async ({ town, nina }) => {
        // She has not been online since, which alone would give her note effect.
        town.passMinutes(5)
        const closing = { at: town.now(), abuseFrom: town.now() }
        await withAccounts(town.services.accounts, town.scope, (transaction) =>
          closeAccount(transaction, holderOf(town, nina), closing),
        )
        town.passMinutes(5)
        return {}
      },
      blindToAbuse,
    ),
}
