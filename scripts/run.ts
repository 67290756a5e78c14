import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** Runs a tool of this project to its end, shows what it writes, and answers its exit code. */
export function exitCode(tool: string, args: readonly string[]): Promise<number> {
  const script = tool === 'node' ? [] : [join(root, 'node_modules/.bin', tool)]
  const child = spawn(process.execPath, [...script, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    // A tool that was ended by a signal has no code, and has failed.
    child.once('close', (code) => resolve(code ?? 1))
  })
}

/** Runs a tool that must succeed. */
export async function run(tool: string, args: readonly string[]): Promise<void> {
  const code = await exitCode(tool, args)
  if (code !== 0) throw new Error(`${tool} ended with ${code}.`)
}
