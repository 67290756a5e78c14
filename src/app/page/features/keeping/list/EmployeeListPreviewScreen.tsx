import { useState } from 'react'
import type { EmployeeListPreview, SignInCode } from '#app/online/account-calls.ts'
import { employeeListScreen as words } from '#text/nb/screens/keeping/employee-list.ts'
import { employeeList } from '#text/nb/words/accounts/employee-list.ts'
import { useServices } from '../../../services/services.ts'
import { Action } from '../../../ui/Action.tsx'
import { Figures } from '../../../ui/Figures.tsx'
import { Screen } from '../../../ui/Screen.tsx'
import { faultText } from '../parts/KeptFault.tsx'
import { ListedEmployees } from './ListedEmployees.tsx'
import { NewPlacesPart } from './NewPlacesPart.tsx'
import { UnclearEmployees } from './UnclearEmployees.tsx'
import '../keeping.css'

type PreviewProps = {
  file: File
  preview: EmployeeListPreview
  /** Reads the file once more; answers what is wrong, or null. */
  onRead: (file: File) => Promise<string | null>
  onTaken: (codes: readonly SignInCode[]) => void
  onCancel: () => void
}

/** What the list would make: what is unclear first, then new places, then everybody with whether she can sign in. */
export function EmployeeListPreviewScreen({
  file,
  preview,
  onRead,
  onTaken,
  onCancel,
}: PreviewProps) {
  const { api } = useServices()
  const [isAccepted, setAccepted] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const { rows, newPlaces, unread } = preview
  const count = (kind: 'new' | 'known' | 'unclear') =>
    rows.filter(({ outcome }) => outcome.kind === kind).length
  const asks = newPlaces.zones.length > 0 && !isAccepted

  async function take() {
    setBusy(true)
    setFault(null)
    const query = {
      fileName: file.name,
      preview: preview.preview,
      ...(newPlaces.zones.length > 0 ? { acceptNewPlaces: 'yes' as const } : {}),
    }
    const answer = await api.takeEmployeeList(query, file)
    setBusy(false)
    if (!answer.ok) {
      setFault(answer.refusal.kind === 'unreachable' ? words.unanswered : faultText(answer.refusal))
    } else if (answer.value.kind === 'refused') {
      const { refusal } = answer.value
      setFault(employeeList.refusal(refusal))
      if (refusal.kind === 'changedMeanwhile') await onRead(file)
    } else onTaken(answer.value.codes)
  }

  return (
    <Screen
      title={words.previewTitle}
      above={words.title}
      under={`${file.name} · ${words.rows(rows.length)}. ${words.nothingChanged}`}
      beside={
        <button type="button" className="link" onClick={onCancel}>
          {words.cancel}
        </button>
      }
      foot={
        <>
          {fault === null ? (
            asks ? (
              <p className="keeping__meaning">{words.answerFirst}</p>
            ) : null
          ) : (
            <p role="alert" className="field__fault">
              {fault}
            </p>
          )}
          <Action
            rank="primary"
            isBusy={isBusy}
            isDisabled={isBusy || asks || count('new') === 0}
            onPress={() => void take()}
          >
            {isBusy
              ? words.taking
              : count('new') === 0
                ? words.nothingToMake
                : words.take(count('new'))}
          </Action>
        </>
      }
    >
      <Figures
        figures={[
          { number: String(count('new')), label: words.figures.made },
          { number: String(count('known')), label: words.figures.known },
          {
            number: String(count('unclear')),
            label: words.figures.unclear,
            tone: count('unclear') > 0 ? 'harm' : 'ordinary',
          },
        ]}
      />
      <UnclearEmployees rows={rows} />
      <NewPlacesPart newPlaces={newPlaces} isAccepted={isAccepted} onAccept={setAccepted} />
      <ListedEmployees rows={rows} />
      {unread.length > 0 ? (
        <p className="keeping__meaning">{words.unread(unread.join(', '))}</p>
      ) : null}
    </Screen>
  )
}
