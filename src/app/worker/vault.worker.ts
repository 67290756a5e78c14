import { expose } from 'comlink'
import { refused, type Result } from '#domain/base/result.ts'
import { instantFromMilliseconds } from '#domain/time/instant.ts'
import { lockNewsChannel } from '#storage/databases/lock-news-channel.ts'
import { openVault } from '#storage/vault/open-vault.ts'
import { heardAnswer } from '#sync/heard-answer.ts'
import { httpNetwork } from '#sync/http-network.ts'
import { api } from '#app/online/api.ts'
import { deviceCore } from './device-core.ts'
import { vouchingRefusal } from './vouching-refusal.ts'
import { holdMessages } from './hold-messages.ts'
import { fetchPart } from './fetch-part.ts'
import { profileOf } from '#app/online/profile-of.ts'

/** The worker's composition root. No key and no plaintext outlives this worker. */
const release = holdMessages()
const clock = {
  now: () => instantFromMilliseconds(Date.now()),
  offsetMinutes: () => -new Date().getTimezoneOffset(),
}
const world = 'real'
const randomUuid = () => crypto.randomUUID()
const timers = {
  after(milliseconds: number, work: () => void): () => void {
    const timer = setTimeout(work, milliseconds)
    return () => clearTimeout(timer)
  },
}
const server = api({ fetch: (url, init) => fetch(url, init), timers })

/** The line may be down; whatever else is refused, she gives her password. */
function reachedOr<Value>(answer: Result<Value, { kind: string }>) {
  if (answer.ok) return answer
  const isDown = answer.refusal.kind === 'unreachable'
  return refused({ kind: isDown ? ('unreachable' as const) : ('refused' as const) })
}

const vault = await openVault({ clock, newId: randomUuid, news: lockNewsChannel() })
expose(
  deviceCore({
    vault,
    world,
    clock,
    timers,
    randomUuid,
    // In production the file name contains a hash of the contents; in development every start is a build of its own.
    build: import.meta.env.PROD ? self.location.pathname : randomUuid(),
    random: () => Math.random(),
    network: httpNetwork({
      fetch: async (url, init) => heardAnswer(await fetch(url, init)),
      timers,
      randomUuid,
      clock,
      trust: vault.trust,
      ...vault.tools,
    }),
    async findSignedIn() {
      const session = await server.readSession()
      if (session.ok) return { kind: 'signedIn', profile: profileOf(session.value) }
      return session.refusal.kind === 'signInNeeded' ? { kind: 'nobody' } : { kind: 'unknown' }
    },
    async findChallenge() {
      const started = await server.startEnrolment()
      return started.ok ? started.value : null
    },
    async requestVouching(request) {
      const vouched = await server.enrolDevice(request)
      return vouched.ok ? vouched : refused(vouchingRefusal(vouched.refusal))
    },
    session: {
      start: async (credentials) => reachedOr(await server.startResuming(credentials)),
      resume: async (proof) => reachedOr(await server.resumeSession(proof)),
    },
    fetchPart: (order) => fetchPart(server, order, world),
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
