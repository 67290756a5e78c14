import { routes } from '#contract/routes.ts'
import { asOwner } from '#server/database/prepare-database.ts'
import { issueForm } from '../a-note.ts'
import type { Attack } from '../attack.ts'
import { capturePush } from '../captured-push.ts'
import { aNurse } from '../profile.ts'
import { north } from '../town.ts'

export const replayedPush: Attack = {
  name: 'replayed-push',
  about: 'Somebody on the line sends a phone’s push again.',
  async run(ground, parts) {
    const nurse = await aNurse(await ground.town())
    const { town } = nurse
    await issueForm(town)
    const { entryId, push } = await capturePush(nurse)
    const { host } = town
    await town.ask(routes.pushEntries.path, push, { host })
    await town.project()
    const first = await town.findNote(north, entryId)
    if (first === null) throw new Error('The note had no effect.')
    // The weaker part: an inbox that has lost what it took. Only the database’s owner may delete that.
    if (parts === 'weakened') {
      await asOwner(town.urls.owner, (owner) =>
        owner.deleteFrom('inbox').where('entryId', '=', entryId).execute(),
      )
      town.passMinutes(1)
    }

    const answer = await town.ask(routes.pushEntries.path, push, { host })
    await town.project()

    const again = await town.findNote(north, entryId)
    return {
      refused: again?.seq === first.seq,
      note: `The server called it ${answer.json().results[0]?.result}, and it had ${again?.seq === first.seq ? 'no' : 'a'} second effect.`,
    }
  },
}
