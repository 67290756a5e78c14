import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import type { NewEntry } from '#domain/vault/entry-repository.ts'
import { withTenant } from '#server/database/with-tenant.ts'
import { sealOpener } from '#server/projection/seal-opener.ts'
import { aNote, issueForm } from '../a-note.ts'
import type { Attack, Parts } from '../attack.ts'
import { aChangedApp } from '../changed-app.ts'
import type { Weaken } from '../ground.ts'
import { type Town, north } from '../town.ts'

const poisoned = 1_000
const perPush = 100
/** The colleague's note is waited for so long. */
const maxOpened = 50

/** Lets nothing be opened until it is told to, and says in which order entries were. */
function gate() {
  const opened: string[] = []
  const state = { isOpen: false }
  const weaken: Weaken = ({ keys }) => {
    const seals = sealOpener(() => keys.current().sealing)
    return {
      projection: {
        seals: {
          keyIds: seals.keyIds,
          async open(entry, context) {
            while (!state.isOpen) await setTimeout(5)
            opened.push(entry.header.entryId)
            return seals.open(entry, context)
          },
        },
      },
    }
  }
  return {
    opened,
    weaken,
    open() {
      state.isOpen = true
    },
  }
}

/** The weaker part: no device has a turn of its own, so that entries are claimed in the order of their arrival. */
async function forgetTurns({ services, scope }: Town): Promise<void> {
  await withTenant(services.db, scope, (transaction) =>
    sql`update inbox set turn = 0 where entry_id in (
      select entry_id from inbox where projected = 'waiting' for update skip locked)`.execute(
      transaction,
    ),
  )
}

/** Sends the poison, and a minute later the colleague's note. Answers with the note. */
async function sendAll(town: Town, parts: Parts): Promise<NewEntry> {
  await issueForm(town)
  const loud = await aChangedApp(town, await town.hire('Nina Dahl', 'nurse', [north]))
  const anne = await town.hire('Anne Solbakken', 'nurse', [north])
  const quiet = await aChangedApp(town, anne)
  for (let sent = 0; sent < poisoned; sent += perPush) {
    const entries = []
    for (let at = 0; at < perPush; at++)
      entries.push(await loud.seal(aNote(anne), { text: '{"kind":' }))
    const { statusCode } = await loud.push(entries)
    if (statusCode !== 200) throw new Error(`The poison was not taken: ${statusCode}`)
  }
  town.passMinutes(1)
  const note = aNote(anne)
  await quiet.push([await quiet.seal(note)])
  if (parts === 'weakened') await forgetTurns(town)
  return note
}

export const thousandPoisoned: Attack = {
  name: 'thousand-poisoned',
  about: `One phone sends ${poisoned} entries that nobody can read, and then a colleague sends a note.`,
  async run(ground, parts) {
    const { opened, weaken, open } = gate()
    const town = await ground.town(weaken)
    // Also when something fails: a server whose gate is shut does not end.
    const note = await sendAll(town, parts).finally(open)
    while (opened.length < maxOpened && !opened.includes(note.entryId)) await setTimeout(5)

    const before = opened.indexOf(note.entryId)
    return {
      refused: before >= 0 && before <= 10,
      note:
        before < 0
          ? `${opened.length} poisoned entries were opened, and not the colleague’s note.`
          : `${before} of ${poisoned} poisoned entries were opened before the colleague’s note.`,
    }
  },
}
