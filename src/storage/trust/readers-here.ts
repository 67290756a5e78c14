import type { DeviceId } from '#domain/base/ids.ts'
import type { Credential } from '#domain/entries/credential.ts'
import { type OutboxDatabase, findDevice } from '../databases/outbox-database.ts'
import type { Supervisor } from '../databases/supervisor.ts'

/** Each fork adds one: a device with more of them is enrolled anew. */
const maxFormerIds = 32

/** Who reads on this device, as the server is told when it is asked for their streams. */
export type ReadersHere = {
  deviceId: DeviceId
  /** The ids that the device had before it was forked: its colleagues' credentials may still name one. */
  formerDeviceIds: DeviceId[]
  /** The recipient credentials of all who are enrolled here. */
  recipients: Credential[]
}

/** Null before the first enrolment. */
export function findReadersHere(outbox: Supervisor<OutboxDatabase>): Promise<ReadersHere | null> {
  return outbox.run(async (database) => {
    const here = await findDevice(database)
    if (here === null) return null
    const { deviceId } = here
    const rows = await database.employees.toArray()
    const devices = await database.devices.toArray()
    return {
      deviceId,
      formerDeviceIds: devices
        .filter(({ id, credential }) => id !== deviceId && credential !== null)
        .map(({ id }) => id)
        .slice(-maxFormerIds),
      recipients: rows.flatMap(({ deviceSecret, recipient: { credential } }) =>
        deviceSecret === null || credential === null ? [] : [credential],
      ),
    }
  })
}
