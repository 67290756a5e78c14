import { type Attack, type Parts, whenWeakened } from '../attack.ts'
import type { Ground } from '../ground.ts'
import { type Nurse, aNurse, copyStreams, readStream } from '../profile.ts'

async function rollBack(ground: Ground): Promise<Nurse> {
  const nurse = await aNurse(await ground.town())
  const { town, phone, anne, vault } = nurse
  const yesterday = await copyStreams(phone)
  await town.put('nord-1/critical', 'd', { name: 'Bruker d' })
  await phone.sync(vault, anne)
  await vault.access.lock()
  await yesterday.putBack()
  return nurse
}

async function readBack({ phone, anne, critical }: Nurse, parts: Parts) {
  const opened = await phone.unlock(anne, whenWeakened(parts, { isOlder: () => false }))
  const { trust, documents } = await readStream(opened, critical)
  return {
    refused: trust !== 'verified',
    note: `Yesterday’s list of ${documents.length} patients, of 4 today, was shown as ${trust}.`,
  }
}

export const rolledBackStream: Attack = {
  name: 'rolled-back-stream',
  about: 'Somebody puts all of yesterday’s lists back, with their signed heads.',
  async run(ground, parts) {
    return readBack(await rollBack(ground), parts)
  },
}

export const deletedPins: Attack = {
  name: 'deleted-pins',
  about: 'Somebody puts yesterday’s lists back and deletes what the phone has pinned.',
  async run(ground, parts) {
    const nurse = await rollBack(ground)
    await nurse.phone.outbox.pins.clear()
    return readBack(nurse, parts)
  },
}
