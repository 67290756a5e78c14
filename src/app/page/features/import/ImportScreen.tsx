import { useState } from 'react'
import type { ZonePlacement } from '#domain/roster/zone-placement.ts'
import { importLists as words } from '#text/nb/screens/import.ts'
import { type ImportPreview, type ImportTaken, maxImportMegabytes } from '#app/online/api.ts'
import { importReport } from '#text/nb/words/imports/import-report.ts'
import { useServices } from '../../services/services.ts'
import { paths } from '../../paths/paths.ts'
import { Action } from '../../ui/Action.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { ChooseFile, type ImportFile } from './ChooseFile.tsx'
import { LastImportPart } from './LastImportPart.tsx'
import { PreviewScreen } from './PreviewScreen.tsx'
import type { Restored } from './RestoreButton.tsx'
import { TakenNotice } from './TakenNotice.tsx'
import { useImportWatch } from './use-import-watch.ts'
import { useSession } from '../../services/use-session.ts'

type Step =
  | { kind: 'choosing'; fault: string | null }
  | { kind: 'previewing'; chosen: ImportFile; preview: ImportPreview }
  | { kind: 'taken'; section: ImportFile['section']; taken: ImportTaken }
  | ({ kind: 'restored' } & Restored)

const choosing: Step = { kind: 'choosing', fault: null }

/** Imports the week's list: the employee chooses a file, checks it, and imports all of it or nothing. */
export function ImportScreen() {
  const { api } = useServices()
  const session = useSession()
  const { running, watch } = useImportWatch()
  const [step, setStep] = useState<Step>(choosing)

  /** Answers what is wrong, or null when the preview is there or was ended. */
  async function read(
    chosen: ImportFile,
    placements: readonly ZonePlacement[],
  ): Promise<string | null> {
    // A server that refuses the size closes the connection early, which looks like no network.
    if (chosen.file.size > maxImportMegabytes * 1024 * 1024) {
      return words.tooLarge(maxImportMegabytes)
    }
    const query = {
      section: chosen.section,
      fileName: chosen.file.name,
      ...(placements.length === 0 ? {} : { zones: JSON.stringify(placements) }),
    }
    const answer = await watch((one) => api.previewImport(query, chosen.file, one))
    if (answer === null) return null
    if (!answer.ok) {
      return answer.refusal.kind === 'unreachable' ? words.offline : answer.refusal.text
    }
    const { value: preview } = answer
    if (preview.kind === 'refused') return importReport.refusal(preview.refusal)
    setStep({ kind: 'previewing', chosen, preview })
    return null
  }

  async function readFirst(chosen: ImportFile) {
    setStep(choosing)
    const fault = await read(chosen, [])
    if (fault !== null) setStep({ kind: 'choosing', fault })
  }

  if (step.kind === 'previewing' && session !== 'asking' && session !== null) {
    const { chosen, preview } = step
    return (
      <PreviewScreen
        chosen={chosen}
        preview={preview}
        zones={session.zones.filter(({ section }) => section === chosen.section)}
        reading={running}
        onRead={(placements) => read(chosen, placements)}
        onTaken={(taken) => setStep({ kind: 'taken', section: chosen.section, taken })}
        onCancel={() => setStep(choosing)}
      />
    )
  }
  const onRestored = (restored: Restored) => setStep({ kind: 'restored', ...restored })
  return (
    <Screen kind="reading" title={words.title} under={words.meaning}>
      {step.kind === 'taken' ? (
        <TakenNotice taken={step.taken} section={step.section} onRestored={onRestored} />
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
        <>
          <ChooseFile
            sections={session.sections}
            running={running}
            fault={step.kind === 'choosing' ? step.fault : null}
            onChoose={(chosen) => void readFirst(chosen)}
          />
          {step.kind === 'taken'
            ? null
            : session.sections.map((section) => (
                <LastImportPart
                  key={`${section.id} ${step.kind}`}
                  section={section}
                  isNamed={session.sections.length > 1}
                  onRestored={onRestored}
                />
              ))}
        </>
      )}
    </Screen>
  )
}
