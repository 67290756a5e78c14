import { randomUUID } from 'node:crypto'
import { routes } from '#contract/routes.ts'
import type { Attack } from '../attack.ts'
import type { Weaken } from '../ground.ts'
import { north, second, south } from '../town.ts'

/** Takes everybody for a section leader of all zones. */
const generousSessions: Weaken = ({ sessions }) => ({
  sessions: {
    ...sessions,
    async use(municipality, cookie) {
      const used = await sessions.use(municipality, cookie)
      const zones = [north, second, south]
      const role = 'sectionLeader'
      return (
        used && {
          ...used,
          signedIn: {
            ...used.signedIn,
            role,
            zones,
            scope: { ...used.signedIn.scope, role, zones },
          },
        }
      )
    },
  },
})

export const foreignZonePull: Attack = {
  name: 'foreign-zone-pull',
  about: 'A nurse pulls other zones’ lists, and the protected and the leaders’ class of her own.',
  async run(ground, parts) {
    const town = await ground.town(parts === 'weakened' ? generousSessions : undefined)
    const nina = await town.hire('Nina Dahl', 'nurse', [north])
    const names = [
      'sor-1/critical',
      'sor-1/details',
      'sor-1/journal',
      'nord-2/critical',
      'nord-1/protected',
      'nord-1/leaders',
    ]
    const got: string[] = []
    for (const name of names) {
      await town.put(name, 'a', { secret: name }, 'prove@1')
      const part = { kind: 'buckets', layout: null }
      const stream = town.stream(name)
      const message = { session: randomUUID(), stream, highest: null, part, limit: 100 }
      const answer = await town.ask(routes.pullStream.path, message, nina.headers)
      if (answer.body.includes('secret')) got.push(name)
    }
    return { refused: got.length === 0, note: `She got ${got.length} of ${names.length} lists.` }
  },
}
