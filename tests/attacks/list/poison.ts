import type { PushEntries } from '#contract/push-entries.ts'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import { cardOpenedForm } from '#domain/entries/entry-content.ts'
import type { DatabaseTransaction } from '#server/database/database.ts'
import { withTenant } from '#server/database/with-tenant.ts'
import { checkPush } from '#server/inbox/check-push.ts'
import { postgresInboxStore } from '#server/inbox/postgres-inbox-store.ts'
import { unlimitedRate } from '../../support/unlimited-rate.ts'
import { takeEntries } from '#server/inbox/take-entries.ts'
import { webSignatures } from '#server/inbox/web-signatures.ts'
import type { ContentLimits } from '#server/projection/content-limits.ts'
import { nodeHasher } from '../../support/node-hasher.ts'
import { aNote, issueForm } from '../a-note.ts'
import type { Attack, Parts } from '../attack.ts'
import { aChangedApp } from '../changed-app.ts'
import { type Ground, alone } from '../ground.ts'
import { projecting } from '../rights.ts'
import { type Hired, type Town, north } from '../town.ts'

/** Opens and parses whatever it is. */
const noLimits: ContentLimits = {
  sealed: Number.POSITIVE_INFINITY,
  bytes: Number.POSITIVE_INFINITY,
  shape: {
    depth: Number.POSITIVE_INFINITY,
    elements: Number.POSITIVE_INFINITY,
    values: Number.POSITIVE_INFINITY,
  },
}

/** As an inbox that does not count would: every fault is the first. */
function forgetFaults(transaction: DatabaseTransaction) {
  return transaction.updateTable('inbox').set({ faults: 0 }).execute()
}

/** Past the messages’ own limits, as a server that knew none would have taken it. */
async function layInInbox({ services, municipality, scope, now }: Town, push: PushEntries) {
  const signatures = webSignatures(() => services.keys.current().signed.keySet)
  const checks = { signatures, hasher: nodeHasher, municipality, rate: unlimitedRate }
  const checked = await checkPush(push, checks)
  if (!checked.ok) throw new Error(`Not taken: ${checked.refusal.kind}`)
  await withTenant(services.db, scope, (transaction) =>
    takeEntries(postgresInboxStore(transaction, municipality), push, checked.value, now()),
  )
}

const answer = '{"linkId":"text","answer":[{"valueString":"Varm og mett"}]}'

/** Sends one entry with this content, and answers what became of it: its state, and the reason if any. */
async function sendPoison(
  ground: Ground,
  parts: Parts,
  { text, form }: { text: (hired: Hired) => string; form?: ReturnType<typeof aNote>['form'] },
): Promise<string> {
  const town = await ground.town(
    parts === 'weakened' ? projecting({ contentLimits: noLimits }) : alone,
  )
  await issueForm(town)
  const nina = await town.hire('Nina Dahl', 'nurse', [north])
  const app = await aChangedApp(town, nina)
  const note = aNote(nina, form === undefined ? {} : { form })
  const sealed = await app.seal(note, { text: text(nina) })
  const { statusCode } = await app.push([sealed])
  if (statusCode !== 200) await layInInbox(town, await app.signedPush([sealed]))
  await town.projectRounds(4, async (transaction) => {
    if (parts === 'weakened') await forgetFaults(transaction)
  })
  const row = await withTenant(town.services.db, town.scope, (transaction) =>
    transaction
      .selectFrom('inbox')
      .select(['projected', 'noticeReason', 'reason', 'status'])
      .where('entryId', '=', note.entryId)
      .executeTakeFirstOrThrow(),
  )
  return [row.projected, row.noticeReason ?? row.reason].filter((part) => part !== null).join(' ')
}

function around(hired: Hired, items: string): string {
  const { content } = aNote(hired)
  return canonicalJson({
    ...content,
    response: { ...('response' in content ? content.response : {}), item: [] },
  }).replace('"item":[]', `"item":[${items}]`)
}

export const tooDeep: Attack = {
  name: 'too-deep',
  about: 'A changed app sends a note of 5,000 levels, which ends the stack of whoever parses it.',
  async run(ground, parts) {
    const levels = 5_000
    const items = `${'{"linkId":"text","item":['.repeat(levels)}${']}'.repeat(levels)}`
    const state = await sendPoison(ground, parts, { text: (hired) => around(hired, items) })
    return { refused: state === 'quarantined nestedTooDeep', note: `It is ${state}.` }
  },
}

export const tooManyItems: Attack = {
  name: 'too-many-items',
  about: 'A changed app sends a note of 2,000 answers.',
  async run(ground, parts) {
    const items = Array(2_000).fill(answer).join(',')
    const state = await sendPoison(ground, parts, { text: (hired) => around(hired, items) })
    return { refused: state === 'quarantined tooManyItems', note: `It is ${state}.` }
  },
}

export const tooLarge: Attack = {
  name: 'too-large',
  about: 'A changed app sends a note of 300,000 characters.',
  async run(ground, parts) {
    const items = answer.replace('Varm og mett', 'x'.repeat(300_000))
    const state = await sendPoison(ground, parts, { text: (hired) => around(hired, items) })
    return { refused: state === 'quarantined tooLarge', note: `It is ${state}.` }
  },
}

const unstorable = ({ profile: { author } }: Hired): string =>
  canonicalJson({
    kind: 'cardOpened',
    author,
    patientId: author.employeeId,
    openedAt: '2026-11-23T11:00:00.000Z',
    revealed: null,
    reason: 'a\u0000b',
  })

export const faultingEntry: Attack = {
  name: 'faulting-entry',
  about: 'A changed app sends what the database cannot store, to fail the projection for ever.',
  async run(ground, parts) {
    const state = await sendPoison(ground, parts, { text: unstorable, form: cardOpenedForm })
    return { refused: state.startsWith('quarantined'), note: `It is ${state} after four rounds.` }
  },
}
