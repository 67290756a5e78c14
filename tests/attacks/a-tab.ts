import { randomUUID } from 'node:crypto'
import { deviceCore } from '#app/worker/device-core.ts'
import { refused } from '#domain/base/result.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import type { Phone } from './phone.ts'
import { noResumption } from '../support/no-resumption.ts'

const unreachable = () => Promise.resolve(refused({ kind: 'unreachable' } as const))

/** The worker of a tab of the app, without network. */
export function aTab({ clock }: Phone, vault: Vault) {
  return deviceCore({
    vault,
    clock,
    world: 'real',
    network: { listStreams: unreachable, pullStream: unreachable, pushEntries: unreachable },
    timers: { after: () => () => {} },
    random: () => 0.5,
    randomUuid: randomUUID,
    build: 'this one',
    runExclusively: () => Promise.resolve(false),
    onFault(fault) {
      throw fault
    },
    findSignedIn: () => Promise.resolve({ kind: 'unknown' }),
    findChallenge: () => Promise.resolve(null),
    requestVouching: () => Promise.resolve(refused({ kind: 'failed' })),
    session: noResumption,
    fetchPart: unreachable,
  })
}
