import { useEffect, useRef, useState } from 'react'
import type { ImportProgress, ImportWatch } from '#app/online/api.ts'

export type RunningImport = { progress: ImportProgress | null; onCancel: () => void }

/** Follows one import at a time. Whoever leaves the screen ends it. */
export function useImportWatch(): {
  running: RunningImport | null
  /** Does the work while it can be followed and ended; answers null when it was ended. */
  watch: <Answer>(work: (watch: ImportWatch) => Promise<Answer>) => Promise<Answer | null>
} {
  const [running, setRunning] = useState<RunningImport | null>(null)
  const abort = useRef<AbortController | null>(null)
  useEffect(() => () => abort.current?.abort(), [])
  return {
    running,
    async watch(work) {
      const own = new AbortController()
      abort.current = own
      const onCancel = () => own.abort()
      setRunning({ progress: null, onCancel })
      const answer = await work({
        signal: own.signal,
        onProgress: (progress) => setRunning({ progress, onCancel }),
      })
      setRunning(null)
      return own.signal.aborted ? null : answer
    },
  }
}
