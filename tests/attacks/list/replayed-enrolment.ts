import type { Attack } from '../attack.ts'
import { aNonce, signedEnrolment } from '../enrolment.ts'
import type { Weaken } from '../ground.ts'
import { sendEnrolment } from '../phone.ts'
import { north } from '../town.ts'

/** Its random values repeat, so that a nonce comes again. */
const repeating: Weaken = ({ sources }) => ({
  sources: { ...sources, newToken: () => 'A'.repeat(43) },
})

export const replayedEnrolment: Attack = {
  name: 'replayed-enrolment',
  about: 'Somebody with a nurse’s session sends the nurse’s own enrolment again.',
  async run(ground, parts) {
    const town = await ground.town(parts === 'weakened' ? repeating : undefined)
    const anne = await town.hire('Anne Solbakken', 'nurse', [north])
    const request = await signedEnrolment(town, anne)
    const first = await sendEnrolment(town, anne, request)
    if (first.statusCode !== 200) throw new Error(`Anne was not enrolled: ${first.body}`)
    await aNonce(town, anne)

    const { statusCode } = await sendEnrolment(town, anne, request)

    return {
      refused: statusCode === 403,
      note: `The server answered ${statusCode} to a used nonce.`,
    }
  },
}
