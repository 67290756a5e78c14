import type { ImportProgress } from '#contract/imports/import-progress.ts'

export type StepProgress = Omit<ImportProgress, 'kind'>

/** Who waits for an import: hears how far it has come, and may end it before it is written. */
export type ImportTask = {
  signal: AbortSignal
  report: (progress: StepProgress) => void
}

/** Nobody listens, and nobody ends it. */
export function quietTask(): ImportTask {
  return { signal: new AbortController().signal, report: () => {} }
}

/** The one who waited for an import has ended it. Nothing of it is written. */
export class ImportCancelled extends Error {
  constructor() {
    super('The import was cancelled.')
    this.name = 'ImportCancelled'
  }
}

export function throwIfCancelled({ signal }: ImportTask): void {
  if (signal.aborted) throw new ImportCancelled()
}
