import { findServer } from '#storage/databases/outbox-database.ts'
import { nodeHasher } from '../support/node-hasher.ts'
import { type VouchingServer, vouchingServer } from '../support/vouching-server.ts'
import type { Phone } from './phone.ts'
import type { Town } from './town.ts'

/** The keys of a server that a stranger has set up in the name of the town. */
export function aStrangersServer({ municipality, now }: Town): Promise<VouchingServer> {
  return vouchingServer(nodeHasher, municipality, now())
}

/** Writes the stranger's root and key set where the device keeps the server's. */
export async function putServer({ outbox }: Phone, { root, keySet }: VouchingServer) {
  const row = await findServer(outbox)
  if (row === null) throw new Error('Nobody is enrolled.')
  await outbox.settings.put({ ...row, root: root.named.keyId, keySet })
}
