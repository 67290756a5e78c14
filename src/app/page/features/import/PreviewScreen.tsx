import { useState } from 'react'
import type { ZonePlacement } from '#domain/roster/zone-placement.ts'
import { importLists as words } from '#text/nb/screens/import.ts'
import { importReport } from '#text/nb/words/imports/import-report.ts'
import { listFormatText } from '#text/nb/words/imports/list-format.ts'
import type { ImportPreview, ImportTaken, Session } from '#app/online/api.ts'
import { useServices } from '../../services/services.ts'
import { Action } from '../../ui/Action.tsx'
import { Figures } from '../../ui/Figures.tsx'
import { Screen } from '../../ui/Screen.tsx'
import type { ImportFile } from './ChooseFile.tsx'
import { ImportProgressLine } from './ImportProgressLine.tsx'
import { SinceListLine } from './SinceListLine.tsx'
import { PreviewParts } from './PreviewParts.tsx'
import { ImportQuestions } from './ImportQuestions.tsx'
import { noAnswers, placementsAfter, type Answers, unanswered } from './import-answers.ts'
import { type RunningImport, useImportWatch } from './use-import-watch.ts'
import './import.css'

type PreviewScreenProps = {
  chosen: ImportFile
  preview: ImportPreview
  /** Those that the section has. */
  zones: Session['zones']
  /** The file is being read once more. */
  reading: RunningImport | null
  /** Reads the file once more; answers what is wrong, or null. */
  onRead: (placements: readonly ZonePlacement[]) => Promise<string | null>
  onTaken: (taken: ImportTaken) => void
  onCancel: () => void
}

/** A preview of what an import would change, with what could not be read first. */
export function PreviewScreen(props: PreviewScreenProps) {
  const { chosen, preview, zones, reading, onRead, onTaken, onCancel } = props
  const { api, device } = useServices()
  const { running, watch } = useImportWatch()
  const [answers, setAnswers] = useState<Answers>(noAnswers)
  const [fault, setFault] = useState<string | null>(null)
  const isUnanswered = unanswered(preview, answers)
  const isBusy = running !== null || reading !== null

  async function readAgain(placements: readonly ZonePlacement[]) {
    setFault(null)
    setAnswers({ ...answers, placements })
    setFault(await onRead(placements))
  }

  async function take() {
    setFault(null)
    const { placements } = answers
    const query = {
      section: chosen.section,
      fileName: chosen.file.name,
      preview: preview.preview,
      ...(placements.length === 0 ? {} : { zones: JSON.stringify(placements) }),
      ...(preview.questions.columns === undefined ? {} : { columns: 'asked' as const }),
      ...(preview.questions.newZones.length > 0 ? { acceptNewZones: 'yes' as const } : {}),
      ...(preview.questions.shrink.length > 0 ? { acceptShrink: 'yes' as const } : {}),
    }
    const answer = await watch((one) => api.takeImport(query, chosen.file, one))
    if (answer === null) setFault(words.takeCancelled)
    else if (!answer.ok) {
      setFault(answer.refusal.kind === 'unreachable' ? words.takeUnanswered : answer.refusal.text)
    } else if (answer.value.kind === 'refused') setFault(importReport.refusal(answer.value.refusal))
    else {
      // Her own lists are to be the new ones at once.
      void device.core().syncNow()
      onTaken(answer.value)
    }
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
          {running === null ? null : <ImportProgressLine running={running} />}
          {fault === null ? (
            <p className="import__then">{isUnanswered ? words.answerFirst : words.canRestore}</p>
          ) : (
            <p role="alert" className="field__fault">
              {fault}
            </p>
          )}
          <Action
            rank="primary"
            isBusy={running !== null}
            isDisabled={isBusy || isUnanswered}
            onPress={() => void take()}
          >
            {running === null ? words.take(preview.people) : words.taking}
          </Action>
        </>
      }
      under={[chosen.file.name, `${words.rowsRead(preview.rows)}. ${words.nothingChanged}`].join(
        ' · ',
      )}
    >
      {reading === null ? null : <ImportProgressLine running={reading} />}
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
      <ImportQuestions
        preview={preview}
        section={chosen.section}
        zones={zones}
        answers={answers}
        isBusy={isBusy}
        onAnswer={setAnswers}
        onPlace={(placement) => void readAgain(placementsAfter(answers.placements, placement))}
        onUnplace={({ listed }) =>
          void readAgain(answers.placements.filter((one) => one.listed !== listed))
        }
        onColumn={() => void readAgain(answers.placements)}
      />
      <PreviewParts preview={preview} />
      <details>
        <summary className="link">{words.details}</summary>
        <p>{listFormatText(preview.format)}</p>
      </details>
    </Screen>
  )
}
