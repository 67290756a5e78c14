import { useState } from 'react'
import type { ImportRunId } from '#domain/base/ids.ts'
import { importLists as words } from '#text/nb/screens/import.ts'
import { importReport } from '#text/nb/words/import-report.ts'
import { listFormatText } from '#text/nb/words/list-format.ts'
import type { ImportPreview, SinceList } from '#app/online/api.ts'
import { useServices } from '../../services/services.ts'
import { Action } from '../../ui/Action.tsx'
import { Figures } from '../../ui/Figures.tsx'
import { Screen } from '../../ui/Screen.tsx'
import type { ImportFile } from './ChooseFile.tsx'
import { SinceListLine } from './SinceListLine.tsx'
import { PreviewParts } from './PreviewParts.tsx'
import { ImportQuestions } from './ImportQuestions.tsx'
import './import.css'

type PreviewScreenProps = {
  chosen: ImportFile
  preview: ImportPreview
  onTaken: (taken: { people: number; run: ImportRunId; sinceList?: SinceList | undefined }) => void
  onCancel: () => void
}

/** A preview of what an import would change, with what could not be read first. */
export function PreviewScreen({ chosen, preview, onTaken, onCancel }: PreviewScreenProps) {
  const { api } = useServices()
  const [accepted, setAccepted] = useState<readonly string[]>([])
  const [fault, setFault] = useState<string | null>(null)
  const [isTaking, setTaking] = useState(false)
  const { questions } = preview
  const isUnanswered =
    (questions.newZones.length > 0 && !accepted.includes('zones')) ||
    (questions.shrink.length > 0 && !accepted.includes('shrink'))

  async function take() {
    setTaking(true)
    const answer = await api.takeImport(
      {
        section: chosen.section,
        fileName: chosen.file.name,
        preview: preview.preview,
        ...(accepted.includes('zones') ? { acceptNewZones: 'yes' as const } : {}),
        ...(accepted.includes('shrink') ? { acceptShrink: 'yes' as const } : {}),
      },
      chosen.file,
    )
    setTaking(false)
    if (!answer.ok) {
      setFault(answer.refusal.kind === 'unreachable' ? words.takeUnanswered : answer.refusal.text)
    } else if (answer.value.kind === 'refused') setFault(importReport.refusal(answer.value.refusal))
    else onTaken(answer.value)
  }

  return (
    <Screen
      title={words.previewTitle}
      above={words.title}
      beside={
        <button type="button" className="link" onClick={onCancel}>
          {words.cancel}
        </button>
      }
      foot={
        <>
          {fault === null ? (
            <p className="import__then">{isUnanswered ? words.answerFirst : words.canRestore}</p>
          ) : (
            <p role="alert" className="field__fault">
              {fault}
            </p>
          )}
          <Action
            rank="primary"
            isBusy={isTaking}
            isDisabled={isTaking || isUnanswered}
            onPress={() => void take()}
          >
            {isTaking ? words.taking : words.take(preview.people)}
          </Action>
        </>
      }
      under={[chosen.file.name, `${words.rowsRead(preview.rows)}. ${words.nothingChanged}`].join(
        ' · ',
      )}
    >
      <Figures
        figures={[
          { number: String(preview.added), label: words.figures.added },
          { number: String(preview.changed), label: words.figures.changed },
          { number: String(preview.gone), label: words.figures.gone },
          { number: String(preview.unchanged), label: words.figures.unchanged },
          {
            number: String(preview.unreadable.length),
            label: words.figures.unreadable,
            tone: preview.unreadable.length > 0 ? 'harm' : 'ordinary',
          },
        ]}
      />
      <SinceListLine sinceList={preview.sinceList} />
      <ImportQuestions questions={questions} accepted={accepted} onAccept={setAccepted} />
      <PreviewParts preview={preview} />
      <details>
        <summary className="link">{words.details}</summary>
        <p>{listFormatText(preview.format)}</p>
      </details>
    </Screen>
  )
}
