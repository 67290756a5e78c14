import { startEarlyCode } from '../services/remembered/early-code.ts'
import { startVaultWorker } from './start-vault-worker.ts'

/** A tab that is not in front paints nothing, and must start all the same. */
const maxFrameMilliseconds = 100

/** Styles that have failed before may say so no more. */
const maxStylesMilliseconds = 2_000

/** Resolves when the lock's frame is painted: a small phone has one core, and nothing else may come before the keypad. */
function firstFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, maxFrameMilliseconds)
  })
}

/**
 * Gives the app's own styles every medium. Until then the lock's frame has a cut of them to itself (scripts/frame-styles.ts). A file
 * that is missing stops nothing: what looks bare can still be read.
 */
async function applyStyles(): Promise<void> {
  const styles = document.querySelector<HTMLLinkElement>('#app-styles')
  if (styles === null) return
  const isLoaded = styles.sheet !== null
  styles.media = 'all'
  if (isLoaded) return
  await new Promise<void>((resolve) => {
    styles.addEventListener('load', () => resolve())
    styles.addEventListener('error', () => resolve())
    setTimeout(resolve, maxStylesMilliseconds)
  })
}

/** Before the first screen stands there, the service worker proves the app and starts the tab again. */
function reportBroken(): void {
  if ('serviceWorker' in navigator) {
    navigator.serviceWorker.controller?.postMessage({ type: 'BROKEN' })
  }
}

/** The vault takes the longest to start, so it starts before the app's own code is loaded. */
async function start(): Promise<void> {
  startEarlyCode(document)
  await firstFrame()
  const worker = startVaultWorker()
  // A tab that asks for a worker's file is not named with the request, so the service worker hears of it here.
  worker.addEventListener('error', reportBroken, { once: true })
  const { startApp } = await import('./start-app.tsx')
  await applyStyles()
  await startApp(worker)
}

void start()
