import { ImportProgress } from '#contract/imports/import-progress.ts'

/** Whoever waits for an import: hears how far it has come, and may end it. */
export type ImportWatch = {
  signal: AbortSignal
  onProgress: (progress: ImportProgress) => void
}

/** Reads an answer in lines, and answers the last one. An older server answers in one piece, which is the last line. */
export async function lastLine(
  response: Response,
  onProgress: ImportWatch['onProgress'],
): Promise<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const part = await reader?.read()
    if (part?.value === undefined) return rest
    const lines = `${rest}${part.value}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const progress = progressOf(line)
      // The last line ends with a line break too.
      if (progress === null) rest = line
      else onProgress(progress)
    }
  }
}

function progressOf(line: string): ImportProgress | null {
  if (!line.startsWith('{"kind":"progress"')) return null
  return ImportProgress.parse(JSON.parse(line))
}
