import { startEarlyCode } from '../services/remembered/early-code.ts'
import { startVaultWorker } from './start-vault-worker.ts'

/** A tab that is not in front paints nothing, and must start all the same. */
const maxFrameMilliseconds = 100

/** Resolves when the lock's frame is painted: a small phone has one core, and nothing else may come before the keypad. */
function firstFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, maxFrameMilliseconds)
  })
}

/** The vault takes the longest to start, so it starts before the app's own code is loaded. */
async function start(): Promise<void> {
  startEarlyCode(document)
  await firstFrame()
  const worker = startVaultWorker()
  const { startApp } = await import('./start-app.tsx')
  await startApp(worker)
}

void start()
