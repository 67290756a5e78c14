import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findChromium } from './chromium.ts'

type Prerequisite = { name: string; debianPackage: string; isThere(): boolean }

const prerequisites: readonly Prerequisite[] = [
  { name: 'Chromium', debianPackage: 'chromium', isThere: () => findChromium() !== null },
  { name: 'qpdf', debianPackage: 'qpdf', isThere: () => isOnPath('qpdf') },
  { name: 'pdftotext', debianPackage: 'poppler-utils', isThere: () => isOnPath('pdftotext') },
]

function isOnPath(command: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.some((folder) =>
    ['', '.exe'].some((ending) => existsSync(join(folder, command + ending))),
  )
}

function aptGet(...args: string[]): void {
  spawnSync('apt-get', args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}

function missing(): Prerequisite[] {
  return prerequisites.filter(({ isThere }) => !isThere())
}

/** Answers whether all programs that the tests need are there; as root on Debian it installs missing ones first. */
export function havePrerequisites(): boolean {
  const mayInstall = existsSync('/etc/debian_version') && process.getuid?.() === 0
  if (missing().length > 0 && mayInstall) {
    aptGet('update', '--quiet')
    const packages = missing().map(({ debianPackage }) => debianPackage)
    aptGet('install', '--yes', '--quiet', '--no-install-recommends', ...packages)
  }
  const names = missing().map(({ name }) => name)
  if (names.length === 0) return true
  console.error(
    `Missing: ${names.join(', ')}. Install Chromium (or set CHROMIUM_PATH, or run ` +
      '`npx playwright install chromium`), qpdf and poppler-utils, then run npm test again.',
  )
  return false
}
