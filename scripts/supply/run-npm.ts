import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

export type NpmResult = { exitCode: number; output: string; errors: string }

/** Runs the npm of the machine in a folder; one that takes longer than the time limit is ended and has failed. */
export async function runNpm(
  args: readonly string[],
  { folder, timeoutSeconds }: { folder: string; timeoutSeconds: number },
): Promise<NpmResult> {
  const child = spawn('npm', args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: timeoutSeconds * 1000,
    // On Windows npm is a script, which only a shell starts. The arguments are our own.
    shell: process.platform === 'win32',
  })
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
  const [exitCode, output, errors] = await Promise.all([
    ended,
    text(child.stdout),
    text(child.stderr),
  ])
  return { exitCode, output, errors }
}
