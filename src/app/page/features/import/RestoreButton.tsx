import { useState } from 'react'
import type { ImportRunId, SectionId } from '#domain/base/ids.ts'
import { importLists as words } from '#text/nb/screens/import.ts'
import { importReport } from '#text/nb/words/imports/import-report.ts'
import { useServices } from '../../services/services.ts'

export type Restored = { people: number; fileName: string }

type RestoreButtonProps = {
  section: SectionId
  run: ImportRunId
  text: string
  onRestored: (restored: Restored) => void
}

/** Undoes an import. A repetition after a lost answer goes no week further back. */
export function RestoreButton({ section, run, text, onRestored }: RestoreButtonProps) {
  const { api, device } = useServices()
  const [isRestoring, setRestoring] = useState(false)
  const [fault, setFault] = useState<string | null>(null)

  async function restore() {
    setFault(null)
    setRestoring(true)
    const answer = await api.restoreImport({ section, run })
    setRestoring(false)
    if (!answer.ok) {
      const { refusal } = answer
      setFault(refusal.kind === 'unreachable' ? words.restoreUnanswered : refusal.text)
    } else if (answer.value.kind === 'refused') setFault(importReport.refusal(answer.value.refusal))
    else {
      void device.core().syncNow()
      onRestored(answer.value)
    }
  }

  return (
    <>
      <button type="button" className="link" disabled={isRestoring} onClick={() => void restore()}>
        {isRestoring ? words.restoring : text}
      </button>
      {fault === null ? null : (
        <p role="alert" className="field__fault">
          {fault}
        </p>
      )}
    </>
  )
}
