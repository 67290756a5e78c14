import { deviceCore } from '#app/worker/device-core.ts'
import type { FetchPart } from '#app/worker/patient-fetches.ts'
import type { VouchingRefusal } from '#app/worker/vouching-refusal.ts'
import { ZoneId } from '#domain/base/ids.ts'
import { accepted, refused } from '#domain/base/result.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import type { EmployeeProfile } from '#domain/vault/employee-profile.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import { anEntry } from './an-entry.ts'
import { nodeHasher } from './node-hasher.ts'
import { screenServer } from './screen-server.ts'
import { aPhone, aProfile, codeOfAnne } from './test-vault.ts'
import { noResumption } from './no-resumption.ts'

export const nord1 = { id: ZoneId.parse('nord-1'), name: 'Nord 1' }
export const nord2 = { id: ZoneId.parse('nord-2'), name: 'Nord 2' }

export type ScreenServer = Awaited<ReturnType<typeof screenServer>>

type CoreParts = {
  phone: ReturnType<typeof aPhone>
  classes: readonly string[]
  state: {
    signedIn: EmployeeProfile
    isSilent: boolean
    /** Why the server vouches for nobody; null when it does. */
    refusal: VouchingRefusal | null
    fetchPart: FetchPart
    /** Whom the phone reaches. */
    server: ScreenServer
  }
}

type CoreOptions = {
  serverAheadMinutes?: number
  classes?: readonly string[]
  /** One that other phones have too; a new one when there is none. */
  server?: ScreenServer | null
  profile?: EmployeeProfile
}

const noPart: FetchPart = () => Promise.resolve(refused({ kind: 'unreachable' }))

/** A phone with one enrolled employee, and the core of its app; `signedIn` is what the server says of her, unless it is silent. */
export async function anEnrolledCore({
  serverAheadMinutes = 0,
  classes = ['critical'],
  server: given = null,
  profile = aProfile(),
}: CoreOptions = {}) {
  const phone = aPhone()
  const serverNow = () => plusMinutes(phone.clock.now(), serverAheadMinutes)
  const server = given ?? (await screenServer(nodeHasher, serverNow))
  if (given === null) await server.seed(['nord-1', 'nord-2'])
  const vault = await phone.openVault()
  const { employeeId } = profile.author
  const state: CoreParts['state'] = {
    signedIn: profile,
    isSilent: false,
    refusal: null,
    fetchPart: noPart,
    server,
  }
  const parts = { phone, classes, state }
  const { core, passTimers } = coreOf(vault, parts)
  const prepared = await vault.access.prepareEnrolment({
    challenge: server.keys.challenge(),
    expectedRoot: null,
    profile,
    code: codeOfAnne,
    label: 'Nord 2 – 04',
  })
  if (!prepared.ok) throw new Error(prepared.refusal.kind)
  await vault.access.completeEnrolment(await server.keys.answer(prepared.value, employeeId))
  async function write() {
    const added = await vault.entries.add(anEntry(employeeId))
    if (!added.ok) throw new Error(added.refusal.kind)
    return added.value
  }
  /** As after a restart of the app; `build` is that of an update. */
  async function restart(build?: string) {
    const reopened = await phone.openVault()
    return {
      vault: reopened,
      ...coreOf(reopened, parts, build),
      unlock: () => reopened.access.unlock(employeeId, codeOfAnne),
    }
  }
  return { phone, server, vault, profile, state, core, write, passTimers, restart }
}

/** Nothing in it runs by itself: `passTimers` runs what waits for its time. */
function coreOf(vault: Vault, { phone: { clock }, classes, state }: CoreParts, build = 'this one') {
  const waiting: (() => void)[] = []
  const network = () => state.server.network(['nord-1', 'nord-2'], classes)
  const core = deviceCore({
    vault,
    clock,
    world: 'real',
    network: {
      listStreams: (message) => network().listStreams(message),
      pullStream: (message) => network().pullStream(message),
      pushEntries: (message) => network().pushEntries(message),
    },
    timers: {
      after(_, work) {
        waiting.push(work)
        return () => {}
      },
    },
    session: noResumption,
    random: () => 0.5,
    randomUuid: () => crypto.randomUUID(),
    build,
    runExclusively: async (work) => {
      await work()
      return true
    },
    onFault(fault) {
      throw fault
    },
    findSignedIn: () =>
      state.isSilent
        ? new Promise(() => {})
        : Promise.resolve({ kind: 'signedIn', profile: state.signedIn }),
    fetchPart: (order) => state.fetchPart(order),
    findChallenge: () => Promise.resolve(state.server.keys.challenge()),
    requestVouching: async (request) =>
      state.refusal === null
        ? accepted(await state.server.keys.answer(request, state.signedIn.author.employeeId))
        : refused(state.refusal),
  })
  return {
    core,
    passTimers(): void {
      for (const work of waiting.splice(0)) work()
    },
  }
}
