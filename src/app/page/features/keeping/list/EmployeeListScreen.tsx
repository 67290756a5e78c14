import { useState } from 'react'
import type { EmployeeListPreview, SignInCode } from '#app/online/account-calls.ts'
import { employeeList } from '#text/nb/words/accounts/employee-list.ts'
import { employeeListScreen as words } from '#text/nb/screens/keeping/employee-list.ts'
import { employees } from '#text/nb/screens/keeping/employees.ts'
import { useServices } from '../../../services/services.ts'
import { FileField } from '../../../ui/FileField.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Screen } from '../../../ui/Screen.tsx'
import { CodesScreen } from '../CodesScreen.tsx'
import { EmployeeListPreviewScreen } from './EmployeeListPreviewScreen.tsx'
import { faultText } from '../parts/KeptFault.tsx'

const maxMegabytes = 2

type Step =
  | { kind: 'choosing' }
  | { kind: 'previewing'; file: File; preview: EmployeeListPreview }
  | { kind: 'taken'; codes: readonly SignInCode[] }

/** A list of employees: chosen, looked over, and made accounts of, all of it or nothing. */
export function EmployeeListScreen() {
  const { api } = useServices()
  const [step, setStep] = useState<Step>({ kind: 'choosing' })
  const [missing, setMissing] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  /** Answers what is wrong, or null when the preview is there. */
  async function preview(file: File): Promise<string | null> {
    if (file.size > maxMegabytes * 1024 * 1024) return words.tooLarge
    const answer = await api.previewEmployeeList({ fileName: file.name }, file)
    if (!answer.ok) return faultText(answer.refusal)
    if (answer.value.kind === 'refused') return employeeList.refusal(answer.value.refusal)
    setStep({ kind: 'previewing', file, preview: answer.value })
    return null
  }

  async function read(form: FormData) {
    const file = form.get('file')
    const isChosen = file instanceof File && file.name !== ''
    setMissing(!isChosen)
    setFault(null)
    if (!isChosen) return
    setBusy(true)
    setFault(await preview(file))
    setBusy(false)
  }

  if (step.kind === 'taken') {
    return <CodesScreen title={words.taken(step.codes.length)} codes={step.codes} />
  }
  if (step.kind === 'previewing') {
    return (
      <EmployeeListPreviewScreen
        file={step.file}
        preview={step.preview}
        onRead={preview}
        onTaken={(codes) => setStep({ kind: 'taken', codes })}
        onCancel={() => setStep({ kind: 'choosing' })}
      />
    )
  }
  return (
    <Screen kind="reading" title={words.title} above={employees.title} under={words.under}>
      <Form
        submit={isBusy ? words.reading : words.read}
        isBusy={isBusy}
        fault={fault}
        onSubmit={(form) => void read(form)}
      >
        <FileField
          label={words.file}
          help={words.fileHelp}
          accept=".csv,.tsv,.txt,text/csv"
          choose={words.chooseFile}
          none={words.noFile}
          fault={missing ? words.missingFile : undefined}
        />
      </Form>
    </Screen>
  )
}
