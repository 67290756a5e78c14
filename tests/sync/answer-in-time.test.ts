import { expect, test } from 'vitest'
import { heardAnswer } from '#sync/heard-answer.ts'
import { answerInTime } from '#sync/line/answer-in-time.ts'

/** Timers that fire when the given milliseconds have passed. */
function aClock() {
  let now = 0
  const due = new Set<{ at: number; work: () => void }>()
  return {
    timers: {
      after(milliseconds: number, work: () => void) {
        const timer = { at: now + milliseconds, work }
        due.add(timer)
        return () => void due.delete(timer)
      },
    },
    pass(milliseconds: number) {
      now += milliseconds
      for (const timer of [...due].filter(({ at }) => at <= now)) {
        due.delete(timer)
        timer.work()
      }
    },
    waiting: () => due.size,
  }
}

const silence = { first: 15_000, between: 15_000 }

/** An answer that comes part by part when the test says so. */
function anAnswer() {
  const parts = new TransformStream<Uint8Array, Uint8Array>()
  const writer = parts.writable.getWriter()
  return { response: new Response(parts.readable), writer }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

test('an answer that comes bit by bit is heard to its end, however long it takes', async () => {
  const { timers, pass, waiting } = aClock()
  const { response, writer } = anAnswer()
  const answer = answerInTime(
    timers,
    600_000,
    (_signal, onHeard) => heardAnswer(response).text(onHeard),
    silence,
  )
  for (const letter of 'ærlig') {
    pass(14_000)
    await writer.write(new TextEncoder().encode(letter))
    await settle()
  }
  await writer.close()

  expect(await answer).toBe('ærlig')
  await settle()
  expect(waiting()).toBe(0)
})

test('an answer that stops in the middle is given up after fifteen seconds, not after ten minutes', async () => {
  const { timers, pass } = aClock()
  const { response, writer } = anAnswer()
  let isAborted = false
  const answer = answerInTime(
    timers,
    600_000,
    (signal, onHeard) => {
      signal.addEventListener('abort', () => (isAborted = true))
      return heardAnswer(response).text(onHeard)
    },
    silence,
  )
  pass(14_000)
  await writer.write(new TextEncoder().encode('{"docs":['))
  await settle()
  pass(14_000)
  await settle()

  expect(isAborted).toBe(false)

  pass(1_000)

  expect(await answer).toBeNull()
  expect(isAborted).toBe(true)
})

test('without a limit of silence only the whole counts', async () => {
  const { timers, pass } = aClock()
  const answer = answerInTime(timers, 20_000, () => new Promise<string>(() => {}))
  pass(20_000)

  expect(await answer).toBeNull()
})
