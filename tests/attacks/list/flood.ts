import { setTimeout } from 'node:timers/promises'
import { sealOpener } from '#server/projection/seal-opener.ts'
import { aNote, issueForm } from '../a-note.ts'
import type { Attack } from '../attack.ts'
import { aChangedApp } from '../changed-app.ts'
import type { Weaken } from '../ground.ts'
import { north } from '../town.ts'

const floodOf = 300

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

export const flood: Attack = {
  name: 'flood',
  about: `One phone sends ${floodOf} entries that nobody can read, and then a colleague sends a note.`,
  async run(ground) {
    const { opened, weaken, open } = gate()
    const town = await ground.town(weaken)
    await issueForm(town)
    const loud = await aChangedApp(town, await town.hire('Nina Dahl', 'nurse', [north]))
    const anne = await town.hire('Anne Solbakken', 'nurse', [north])
    const quiet = await aChangedApp(town, anne)
    for (let batch = 0; batch < floodOf; batch += 100) {
      const entries = []
      for (let at = 0; at < 100; at++) entries.push(await loud.seal(aNote(anne), '{"kind":'))
      await loud.push(entries)
    }
    town.passMinutes(1)
    const note = aNote(anne)
    await quiet.push([await quiet.seal(note)])
    open()
    await town.project()

    const before = opened.indexOf(note.entryId)
    return {
      refused: before >= 0 && before <= 10,
      note: `${before} of ${floodOf} poisoned entries were opened before the colleague’s note.`,
    }
  },
}
