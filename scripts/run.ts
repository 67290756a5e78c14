import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '..')

export type RunOptions = {
  /** Gets every line that the tool writes, instead of our own output. */
  print?: (line: string) => void
  /** Called the moment the tool has ended, before anything else does. */
  onEnd?: () => void
}

/** Runs a tool of this project to its end, shows what it writes, and answers its exit code. */
export function exitCode(
  tool: string,
  args: readonly string[],
  { print, onEnd }: RunOptions = {},
): Promise<number> {
  const script = tool === 'node' ? [] : [join(root, 'node_modules/.bin', tool)]
  const output = print === undefined ? 'inherit' : 'pipe'
  const child = spawn(process.execPath, [...script, ...args], {
    cwd: root,
    stdio: ['ignore', output, output],
  })
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null || print === undefined) continue
    createInterface({ input: stream }).on('line', print)
  }
  if (onEnd !== undefined) child.once('exit', onEnd)
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
