import { nonceHeader } from '#contract/protocol.ts'
import { routes } from '#contract/routes.ts'
import type { Fetch, HttpAnswer } from '#sync/http-answer.ts'
import { anySignature, type Attack } from '../attack.ts'
import { aNurse } from '../profile.ts'

/** Keeps each path's answer, to give it again to a later request with that request's nonce. */
function tape() {
  const kept = new Map<string, HttpAnswer & { body: string }>()
  return {
    record:
      (honest: Fetch): Fetch =>
      async (url, init) => {
        const answer = await honest(url, init)
        const body = await answer.text()
        const whole = { ...answer, body, text: () => Promise.resolve(body) }
        kept.set(url, whole)
        return whole
      },
    replay:
      (honest: Fetch): Fetch =>
      async (url, init) => {
        const answer = url === routes.listStreams.path ? kept.get(url) : undefined
        if (answer === undefined) return honest(url, init)
        const nonce = init.headers[nonceHeader] ?? null
        const { headers } = answer
        return {
          ...answer,
          headers: { get: (name) => (name === nonceHeader ? nonce : headers.get(name)) },
        }
      },
  }
}

export const replayedAnswers: Attack = {
  name: 'replayed-answers',
  about: 'A proxy gives yesterday’s honest list of who has what again, with today’s nonce.',
  async run(ground, parts) {
    const { phone, anne, vault } = await aNurse(await ground.town())
    const { record, replay } = tape()
    await phone.sync(vault, anne, { through: record })

    const { events, failures } = await phone.sync(vault, anne, {
      through: replay,
      ...(parts === 'weakened' ? { parts: { signatures: anySignature } } : {}),
    })

    const isBelieved = events.some(({ kind }) => kind === 'streamsListed')
    const said = failures.map(({ kind }) => kind).join(', ')
    return {
      refused: !isBelieved,
      note: isBelieved
        ? 'Yesterday’s list was believed.'
        : `Yesterday’s list was refused as ${said}.`,
    }
  },
}
