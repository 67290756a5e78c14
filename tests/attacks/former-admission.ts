import { once } from 'node:events'
import { hash, verify } from '@node-rs/argon2'
import type { FastifyInstance } from 'fastify'
import type { PasswordHasher } from '#server/accounts/password-hasher.ts'
import { Refused } from '#server/base/refused.ts'
import { type AdmissionLimits, usualLimits } from '#server/http/admission.ts'

const unlimited = Number.POSITIVE_INFINITY

/** Ends no body, and lets every sign-in begin at once. */
export const noLimits: AdmissionLimits = {
  requests: unlimited,
  pushes: unlimited,
  signIns: {
    known: { working: unlimited, waiting: 0 },
    others: { working: unlimited, waiting: 0 },
  },
  bodies: {
    graceSeconds: unlimited,
    bytesPerSecond: 0,
    open: unlimited,
    openPerNetwork: unlimited,
    bytes: unlimited,
    bytesPerNetwork: unlimited,
  },
}

const unmatchable = await hash(crypto.randomUUID())

/** Looks at every password at once. */
export const withoutTurns: PasswordHasher = {
  hash: (password) => hash(password),
  matches: async (password, encoded) =>
    (await verify(encoded ?? unmatchable, password)) && encoded !== null,
}

/** Counts how many passwords are being looked at. */
export function countingPasswords(passwords: PasswordHasher) {
  let [working, most] = [0, 0]
  const hasher: PasswordHasher = {
    hash: (password) => passwords.hash(password),
    async matches(password, encoded) {
      working += 1
      most = Math.max(most, working)
      try {
        return await passwords.matches(password, encoded)
      } finally {
        working -= 1
      }
    },
  }
  return { hasher, most: () => most }
}

/**
 * The weaker part: a place is taken when the first line of a request has come, sign-ins take those of lists, and bodies
 * are read before it is asked who sends them.
 */
export function registerFormerAdmission(server: FastifyInstance): void {
  let active = 0
  const admitted = new WeakSet()
  server.addHook('onRequest', (request, _reply, done) => {
    const { declared } = request.routeOptions.config
    if (declared?.path.startsWith('/api/') !== true) return done()
    const pushes = declared.admission === 'entries' ? usualLimits.pushes : 0
    if (active >= usualLimits.requests + pushes) return done(new Refused('busy'))
    active += 1
    admitted.add(request)
    done()
  })
  server.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.declared?.maxBodyMegabytes === undefined) return
    const read: Buffer[] = []
    request.raw.on('data', (chunk: Buffer) => void read.push(chunk))
    await once(request.raw, 'end')
  })
  server.addHook('onResponse', (request, _reply, done) => {
    if (admitted.delete(request)) active -= 1
    done()
  })
  server.addHook('onRequestAbort', (request, done) => {
    if (admitted.delete(request)) active -= 1
    done()
  })
}
