import { useState } from 'react'
import type { ImportRunId, SectionId } from '#domain/base/ids.ts'
import { importLists as words } from '#text/nb/screens/import.ts'
import { importReport } from '#text/nb/words/import-report.ts'
import type { SinceList } from '#app/online/api.ts'
import { useServices } from '../../services/services.ts'
import { NewPatientsLine } from './NewPatientsLine.tsx'
import { SinceListLine } from './SinceListLine.tsx'
import { Notice } from '../../ui/Notice.tsx'

type TakenNoticeProps = {
  people: number
  section: SectionId
  run: ImportRunId
  sinceList: SinceList | undefined
  onRestored: (restored: { people: number; fileName: string }) => void
}

/** Says that a list is in, with the way back to the one before it. */
export function TakenNotice({ people, section, run, sinceList, onRestored }: TakenNoticeProps) {
  const { api } = useServices()
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
    else onRestored(answer.value)
  }

  return (
    <Notice kind="done" title={words.taken(people)} text={words.takenText}>
      <SinceListLine sinceList={sinceList} decides />
      <NewPatientsLine />
      <button type="button" className="link" disabled={isRestoring} onClick={() => void restore()}>
        {isRestoring ? words.restoring : words.restore}
      </button>
      {fault === null ? null : (
        <p role="alert" className="field__fault">
          {fault}
        </p>
      )}
    </Notice>
  )
}
