import { spawn } from 'node:child_process'

export type Ran = { code: number; output: string }

/** How a program is run: as which user (null: as this process), in which folder. */
export type RunAs = { user: { uid: number; gid: number } | null; folder: string }

/** Runs a program to its end. A program that is missing or may not be run answers with code 127. */
export function run(program: string, args: readonly string[], as?: RunAs): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: as?.folder ?? '/',
      // Not the caller's language or PG* variables: what PostgreSQL says and does must not depend on them.
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
    // Not 'close': a postmaster that pg_ctl leaves behind may hold the pipes open for as long as it lives.
    child.on('exit', (code) => {
      child.stdout.destroy()
      child.stderr.destroy()
      resolve({ code: code ?? 1, output: chunks.join('') })
    })
  })
}
