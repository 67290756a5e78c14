import { readFile } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import { PreviewImportAnswer, importContentType } from '#contract/imports/preview-import.ts'
import { routes } from '#contract/routes.ts'
import { TakeImportAnswer } from '#contract/imports/take-import.ts'
import { benchLeader, benchPassword } from '../page/sync/first-sync-account.ts'
import type { BenchFile } from './hostile-files.ts'

export type Timed<Value> = { value: Value; milliseconds: number }
export type ImportClient = Awaited<ReturnType<typeof importClient>>

/** A leader who sends lists to a server. */
export async function importClient(url: string) {
  const headers = { 'sec-fetch-site': 'same-origin', origin: url }
  const answer = await fetch(`${url}${routes.signIn.path}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ username: benchLeader, password: benchPassword }),
  })
  if (!answer.ok) throw new Error(`Signing in was answered ${answer.status}.`)
  const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0])
  const signedIn = { ...headers, cookie: cookie.join('; '), 'content-type': importContentType }

  async function send(
    path: string,
    { name, bytes }: BenchFile,
    query: Record<string, string>,
  ): Promise<Timed<unknown>> {
    const before = performance.now()
    const address = new URLSearchParams({ section: 'nord', fileName: `${name}.csv`, ...query })
    const sent = await fetch(`${url}${path}?${address.toString()}`, {
      method: 'POST',
      headers: signedIn,
      body: bytes,
    })
    const value: unknown = await sent.json()
    return { value, milliseconds: performance.now() - before }
  }

  return {
    async preview(file: BenchFile): Promise<Timed<PreviewImportAnswer>> {
      const { value, milliseconds } = await send(routes.previewImport.path, file, {})
      return { value: PreviewImportAnswer.parse(value), milliseconds }
    },
    async take(file: BenchFile, preview: string): Promise<Timed<TakeImportAnswer>> {
      const accepts = { preview, acceptNewZones: 'yes', acceptShrink: 'yes' }
      const { value, milliseconds } = await send(routes.takeImport.path, file, accepts)
      return { value: TakeImportAnswer.parse(value), milliseconds }
    },
  }
}

/** The most memory that a process has had, in megabytes; null where the machine does not say. */
export async function peakMegabytes(pid: number): Promise<number | null> {
  if (process.platform !== 'linux') return null
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024)
}
