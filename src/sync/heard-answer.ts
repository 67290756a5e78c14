import type { HttpAnswer } from './http-answer.ts'

/** An answer of `fetch` whose parts are heard as they come, so that a line that goes silent in the middle is noticed. */
export function heardAnswer(response: Response): HttpAnswer {
  const { status, headers, body } = response
  return {
    status,
    headers,
    async text(onHeard) {
      const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
      let text = ''
      for (;;) {
        const part = await reader?.read()
        if (part?.value === undefined) return text
        onHeard?.()
        text += part.value
      }
    },
  }
}
