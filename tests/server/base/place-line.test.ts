import { once } from 'node:events'
import { expect, test } from 'vitest'
import { openPlaceLine } from '#server/base/place-line.ts'

/** Work that ends when it is told to. */
function held() {
  const over = new AbortController()
  return { done: once(over.signal, 'abort'), end: () => over.abort() }
}

test('the next one waits for a place, and one too many is refused', async () => {
  const line = openPlaceLine({ working: 1, waiting: 1 })
  const [first, begun] = [held(), held()]
  const working = line(() => first.done)
  const waiting = line(() => Promise.resolve(begun.end()))

  await expect(line(() => Promise.resolve())).rejects.toThrow('busy')
  first.end()
  await Promise.all([working, waiting, begun.done])

  await expect(line(() => Promise.resolve('again'))).resolves.toBe('again')
})

test('work that fails gives its place to the next', async () => {
  const line = openPlaceLine({ working: 1, waiting: 5 })
  const failing = line(() => Promise.reject(new Error('wrong')))
  const next = line(() => Promise.resolve('next'))

  await expect(failing).rejects.toThrow('wrong')
  await expect(next).resolves.toBe('next')
})
