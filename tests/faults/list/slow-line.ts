import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Fault, Outcome } from '../fault.ts'

const root = join(import.meta.dirname, '../../..')

/** Runs one test of `chromium/` in a real browser; it prints its figures itself. */
async function inChromium(spec: string, title: string): Promise<Outcome> {
  const cli = 'node_modules/@playwright/test/cli.js'
  const config = 'tests/faults/chromium/playwright.config.ts'
  const options = ['test', spec, '--config', config, '--grep', title, '--reporter', 'line']
  const child = spawn(process.execPath, [cli, ...options], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  const printed = await text(child.stdout)
  const figures = /figures: (.*)/.exec(printed)?.[1]
  return { survived: (await ended) === 0, now: `${figures ?? printed.slice(-1_000)}.` }
}

export const sixtyNotes: Fault = {
  name: 'slow-line',
  about: 'A phone with sixty notes gets a line of two kilobytes a second.',
  before: '0 of 60 were sent in 120 s: a batch that was given up was never halved.',
  run: () => inChromium('slow-line.spec.ts', 'sixty notes'),
}

export const wentSilent: Fault = {
  name: 'silent-line',
  about: 'Every connection is accepted and never answered for 90 seconds, then the line is back.',
  before: '183 s without a try, and «Har ikke prøvd nettet ennå» on the screen.',
  run: () => inChromium('slow-line.spec.ts', 'went silent'),
}
