import { expose } from 'comlink'
import { instantFromMilliseconds } from '#domain/time/instant.ts'
import { openVault } from '#storage/vault/open-vault.ts'
import { wasmHasher } from '#storage/crypto/wasm-hasher.ts'
import { httpNetwork } from '#sync/http-network.ts'
import { api } from '#app/online/api.ts'
import { deviceCore } from './device-core.ts'
import { holdMessages } from './hold-messages.ts'
import { profileOf } from '#app/online/profile-of.ts'

/** The worker's composition root. No key and no plaintext outlives this worker. */
const release = holdMessages()
const clock = {
  now: () => instantFromMilliseconds(Date.now()),
  offsetMinutes: () => -new Date().getTimezoneOffset(),
}
const randomUuid = () => crypto.randomUUID()
const timers = {
  after(milliseconds: number, work: () => void): () => void {
    const timer = setTimeout(work, milliseconds)
    return () => clearTimeout(timer)
  },
}
const server = api({ fetch: (url, init) => fetch(url, init), timers })

const [vault, hasher] = await Promise.all([openVault({ clock, newId: randomUuid }), wasmHasher()])
expose(
  deviceCore({
    vault,
    hasher,
    world: 'real',
    clock,
    timers,
    randomUuid,
    // In production the file name contains a hash of the contents; in development every start is a build of its own.
    build: import.meta.env.PROD ? self.location.pathname : randomUuid(),
    random: () => Math.random(),
    network: httpNetwork({ fetch: (url, init) => fetch(url, init), timers, randomUuid }),
    async findSignedIn() {
      const session = await server.readSession()
      if (session.ok) return { kind: 'signedIn', profile: profileOf(session.value) }
      return session.refusal.kind === 'signInNeeded' ? { kind: 'nobody' } : { kind: 'unknown' }
    },
    async findChallenge() {
      const started = await server.startEnrolment()
      return started.ok ? started.value : null
    },
    async findVouching(request) {
      const vouched = await server.enrolDevice(request)
      return vouched.ok ? vouched.value : null
    },
    runExclusively: (work) =>
      navigator.locks.request('beredt-sync', { ifAvailable: true }, async (lock) => {
        if (lock === null) return false
        await work()
        return true
      }),
    onFault(fault) {
      reportError(fault)
    },
  }),
)
release()
