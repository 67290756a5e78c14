import { refused } from '#domain/base/result.ts'
import type { SessionServer } from '#app/worker/resume-session.ts'

/** A server that wants the password. */
export const noResumption: SessionServer = {
  start: () => Promise.resolve(refused({ kind: 'refused' as const })),
  resume: () => Promise.resolve(refused({ kind: 'refused' as const })),
}
