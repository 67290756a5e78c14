import { useState } from 'react'
import type { ImportRunId } from '#domain/base/ids.ts'
import { importLists as words } from '#text/nb/screens/import.ts'
import { type ImportPreview, maxImportMegabytes, type SinceList } from '#app/online/api.ts'
import { importReport } from '#text/nb/words/import-report.ts'
import { useServices } from '../../services/services.ts'
import { paths } from '../../paths/paths.ts'
import { Action } from '../../ui/Action.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { ChooseFile, type ImportFile } from './ChooseFile.tsx'
import { PreviewScreen } from './PreviewScreen.tsx'
import { TakenNotice } from './TakenNotice.tsx'
import { useSession } from '../../services/use-session.ts'

type Step =
  | { kind: 'choosing'; fault: string | null; isReading: boolean }
  | { kind: 'previewing'; chosen: ImportFile; preview: ImportPreview }
  | {
      kind: 'taken'
      people: number
      run: ImportRunId
      section: ImportFile['section']
      sinceList: SinceList | undefined
    }
  | { kind: 'restored'; people: number; fileName: string }

const choosing: Step = { kind: 'choosing', fault: null, isReading: false }

/** Imports the week's list: the employee chooses a file, checks it, and imports all of it or nothing. */
export function ImportScreen() {
  const { api } = useServices()
  const session = useSession()
  const [step, setStep] = useState<Step>(choosing)

  async function read(chosen: ImportFile) {
    // A server that refuses the size closes the connection early, which looks like no network.
    if (chosen.file.size > maxImportMegabytes * 1024 * 1024) {
      setStep({ kind: 'choosing', fault: words.tooLarge(maxImportMegabytes), isReading: false })
      return
    }
    setStep({ kind: 'choosing', fault: null, isReading: true })
    const answer = await api.previewImport(
      { section: chosen.section, fileName: chosen.file.name },
      chosen.file,
    )
    if (!answer.ok) {
      const { refusal } = answer
      const fault = refusal.kind === 'unreachable' ? words.offline : refusal.text
      setStep({ kind: 'choosing', fault, isReading: false })
    } else if (answer.value.kind === 'refused') {
      setStep({
        kind: 'choosing',
        fault: importReport.refusal(answer.value.refusal),
        isReading: false,
      })
    } else setStep({ kind: 'previewing', chosen, preview: answer.value })
  }

  if (step.kind === 'previewing') {
    return (
      <PreviewScreen
        chosen={step.chosen}
        preview={step.preview}
        onTaken={({ people, run, sinceList }) =>
          setStep({ kind: 'taken', people, run, section: step.chosen.section, sinceList })
        }
        onCancel={() => setStep(choosing)}
      />
    )
  }
  return (
    <Screen kind="reading" title={words.title} under={words.meaning}>
      {step.kind === 'taken' ? (
        <TakenNotice
          people={step.people}
          section={step.section}
          run={step.run}
          sinceList={step.sinceList}
          onRestored={({ people, fileName }) => setStep({ kind: 'restored', people, fileName })}
        />
      ) : null}
      {step.kind === 'restored' ? (
        <Notice
          kind="done"
          title={words.restored(step.people)}
          text={words.restoredText(step.fileName)}
        />
      ) : null}
      {session === 'asking' ? null : session === null ? (
        <Notice kind="locked" title={words.signInFirst} text={words.signInText}>
          <Action to={paths.signIn.to({ returnTo: 'import' })}>{words.signIn}</Action>
        </Notice>
      ) : (
        <ChooseFile
          sections={session.sections}
          isReading={step.kind === 'choosing' && step.isReading}
          fault={step.kind === 'choosing' ? step.fault : null}
          onChoose={(chosen) => void read(chosen)}
        />
      )}
    </Screen>
  )
}
