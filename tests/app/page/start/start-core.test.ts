import { expect, test, vi } from 'vitest'
import { coreStarter } from '#app/page/start/start-core.ts'

test('whoever still waits for a core that has ended is not known to its worker any more', async () => {
  const worker = new SilentWorker()
  const { core, end } = coreStarter(worker)()
  const answered = vi.fn<() => void>()
  void core.startSync().then(answered)

  end()
  worker.answer()
  await new Promise((resolve) => setTimeout(resolve))

  expect(worker.isTerminated).toBe(true)
  expect(answered).not.toHaveBeenCalled()
})

test('a core that runs is answered', async () => {
  const worker = new SilentWorker()
  const { core } = coreStarter(worker)()

  const asked = core.startSync()
  worker.answer()

  expect(await asked).toBe('answer')
})

/** A worker that answers when the test says so, and an object that hears even after its end. */
class SilentWorker extends EventTarget implements Worker {
  onmessage = null
  onmessageerror = null
  onerror = null
  isTerminated = false
  #asked: unknown = null

  postMessage(message: unknown): void {
    this.#asked = message
  }

  terminate(): void {
    this.isTerminated = true
  }

  answer(): void {
    const id: unknown = Reflect.get(Object(this.#asked), 'id')
    this.dispatchEvent(new MessageEvent('message', { data: { id, type: 'RAW', value: 'answer' } }))
  }
}
