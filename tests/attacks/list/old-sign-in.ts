import type { Attack } from '../attack.ts'
import { alone } from '../ground.ts'
import { signedEnrolment } from '../enrolment.ts'
import { sendEnrolment } from '../phone.ts'
import { north } from '../town.ts'

export const oldSignIn: Attack = {
  name: 'old-sign-in',
  about: 'Somebody finds a browser where a nurse signed in this morning, and enrols a phone.',
  async run(ground, parts) {
    const town = await ground.town(alone)
    const anne = await town.hire('Anne Solbakken', 'nurse', [north])
    // The control is a sign-in of just now, by which the same request is right.
    const minutes = parts === 'weakened' ? 0 : 60
    town.passMinutes(minutes)

    const { statusCode } = await sendEnrolment(town, anne, await signedEnrolment(town, anne))

    return {
      refused: statusCode >= 400,
      note: `The server answered ${statusCode} to a sign-in of ${minutes} minutes ago.`,
    }
  },
}
