import { execFileSync } from 'node:child_process'
import { cpus, loadavg } from 'node:os'
import { findChromium } from '../chromium.ts'

/** With this much else to do, a figure says more about the neighbours than about the app. */
const mostLoad = 2

/** What the figures were taken on; the load is that of the last minute. */
export function machineText(): string {
  const [first] = cpus()
  const model = first?.model.trim() ?? 'unknown processor'
  return `${model}, ${cpus().length} cores, load ${load().toFixed(2)}, Node ${process.versions.node}, ${chromiumText()}`
}

/** Null while the machine is quiet. */
export function loadWarning(): string | null {
  return load() < mostLoad
    ? null
    : `TOO BUSY TO JUDGE: the load was ${load().toFixed(2)}, and figures hold only below ${mostLoad}`
}

function load(): number {
  return loadavg()[0] ?? 0
}

function chromiumText(): string {
  const path = findChromium()
  if (path === null) return 'Chromium of Playwright'
  return execFileSync(path, ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
    .trim()
    .replace(/ built on.*$/, '')
}
