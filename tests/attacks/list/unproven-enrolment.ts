import { type Attack, takingAnySignature } from '../attack.ts'
import { signedEnrolment } from '../enrolment.ts'
import { sendEnrolment } from '../phone.ts'
import { aNurse } from '../profile.ts'
import { south } from '../town.ts'

export const unprovenEnrolment: Attack = {
  name: 'unproven-enrolment',
  about: 'A nurse enrols a colleague’s public keys as her own, without having the private ones.',
  async run(ground, parts) {
    const { town, phone } = await aNurse(await ground.town(takingAnySignature(parts)))
    const sara = await town.hire('Sara Nilsen', 'nurse', [south])
    const [device] = await phone.outbox.devices.toArray()
    const [employee] = await phone.outbox.employees.toArray()
    if (device === undefined || employee === undefined) throw new Error('Nobody is enrolled.')
    const keys = {
      devicePublicKey: device.publicKey,
      authorPublicKey: employee.author.publicKey,
      recipientPublicKey: employee.recipient.publicKey,
    }

    const { statusCode } = await sendEnrolment(
      town,
      sara,
      await signedEnrolment(town, sara, { keys }),
    )

    return {
      refused: statusCode === 403,
      note: `The server answered ${statusCode} to keys that nobody proved to have.`,
    }
  },
}
