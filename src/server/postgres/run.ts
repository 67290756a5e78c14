import { spawn } from 'node:child_process'

export type ProgramResult = { code: number; output: string }

/** The user (null: that of this process) and the folder that a program runs with. */
export type RunAs = { user: { uid: number; gid: number } | null; folder: string }

/** Runs a program to its end. A program that is missing or not executable gives code 127. */
export function run(program: string, args: readonly string[], as?: RunAs): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: as?.folder ?? '/',
      // Without the caller's language and PG* variables, which would change what PostgreSQL writes and does.
      env: {
        PATH: process.env['PATH'],
        SystemRoot: process.env['SystemRoot'],
        LC_ALL: 'C',
        TZ: 'UTC',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...(as?.user ? { uid: as.user.uid, gid: as.user.gid } : {}),
    })
    const chunks: string[] = []
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk))
    }
    child.on('error', (error) => resolve({ code: 127, output: error.message }))
    // Not 'close': a postmaster that pg_ctl has started may keep the pipes open as long as it runs.
    child.on('exit', (code) => {
      child.stdout.destroy()
      child.stderr.destroy()
      resolve({ code: code ?? 1, output: chunks.join('') })
    })
  })
}
