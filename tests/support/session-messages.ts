import type { PushEntries } from '#contract/push-entries.ts'
import { ResumeSession, StartResuming } from '#contract/resume-session.ts'
import { routes } from '#contract/routes.ts'

/** The two messages by which a session is resumed, with the credentials of a push. */
export function sessionMessages({ device, authors: [author] }: PushEntries, signature: string) {
  const credentials = { device, author }
  const proof = { nonce: 'a'.repeat(43), deviceSignature: signature, authorSignature: signature }
  return {
    startResuming: { route: routes.startResuming, schema: StartResuming, message: credentials },
    resumeSession: {
      route: routes.resumeSession,
      schema: ResumeSession,
      message: { ...credentials, ...proof },
    },
  }
}
