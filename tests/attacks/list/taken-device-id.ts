import { asOwner } from '#server/database/prepare-database.ts'
import type { Attack } from '../attack.ts'
import { signedEnrolment } from '../enrolment.ts'
import { sendEnrolment } from '../phone.ts'
import { aNurse } from '../profile.ts'
import { south } from '../town.ts'

export const takenDeviceId: Attack = {
  name: 'taken-device-id',
  about: 'A nurse enrols a key of her own under the id of a colleague’s phone.',
  async run(ground, parts) {
    const { town, phone } = await aNurse(await ground.town())
    const sara = await town.hire('Sara Nilsen', 'nurse', [south])
    const [device] = await phone.outbox.devices.toArray()
    if (device === undefined) throw new Error('Nobody is enrolled.')
    // The weaker part: a server whose database has lost which key a device had. Only its owner may delete that.
    if (parts === 'weakened') {
      await asOwner(town.urls.owner, async (owner) => {
        await owner.deleteFrom('deviceContact').where('deviceId', '=', device.id).execute()
        await owner.deleteFrom('enrolledKey').where('deviceId', '=', device.id).execute()
        await owner.deleteFrom('device').where('deviceId', '=', device.id).execute()
      })
    }

    const request = await signedEnrolment(town, sara, { deviceId: device.id })
    const { statusCode } = await sendEnrolment(town, sara, request)

    return {
      refused: statusCode === 403,
      note: `The server answered ${statusCode} to another key for a known device.`,
    }
  },
}
