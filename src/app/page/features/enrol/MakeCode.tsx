import { useState } from 'react'
import { Link } from 'react-router'
import type { CompletionRefusal, EnrolmentRefusal } from '#domain/vault/enrolment.ts'
import { enrol } from '#text/nb/screens/enrol.ts'
import { signIn } from '#text/nb/screens/sign-in.ts'
import type { Session } from '#app/online/api.ts'
import { useOpened } from '../../services/use-opened.ts'
import { useServices } from '../../services/services.ts'
import { paths } from '../../paths/paths.ts'
import { Form } from '../../ui/Form.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { enrolEmployee } from './enrol-employee.ts'
import { formText } from '../../ui/form-text.ts'

/** The employee makes her own code and types it twice. It never leaves the phone and cannot be recovered. */
export function MakeCode({ session }: { session: Session }) {
  const services = useServices()
  const status = useOpened((core) => core.vault.status())
  const [fault, setFault] = useState<Fault | null>(null)
  const [isBusy, setBusy] = useState(false)
  const knownLabel = status?.device?.label ?? null

  async function submit(form: FormData) {
    const code = formText(form, 'code')
    const label = knownLabel ?? formText(form, 'label').trim()
    if (label === '') return setFault({ field: 'label', text: enrol.missingLabel })
    if (code !== formText(form, 'again')) {
      return setFault({ field: 'again', text: enrol.codesDiffer })
    }
    setFault(null)
    setBusy(true)
    const answer = await enrolEmployee({ session, code, label }, services)
    setBusy(false)
    if (!answer.ok) setFault(faultOf(answer.refusal))
  }

  const faultAt = (field: Fault['field']) => (fault?.field === field ? fault.text : undefined)

  return (
    <Screen
      kind="plain"
      title={enrol.title}
      above={signIn.asEmployee(session.employee.name)}
      under={enrol.meaning}
    >
      <Form
        submit={isBusy ? enrol.makingCode : enrol.makeCode}
        isBusy={isBusy}
        fault={fault?.field === null ? fault.text : null}
        onSubmit={(form) => void submit(form)}
      >
        {knownLabel === null ? (
          <TextField
            label={enrol.label}
            help={enrol.labelHelp}
            fault={faultAt('label')}
            name="label"
            autoComplete="off"
          />
        ) : null}
        <TextField
          label={enrol.code}
          help={enrol.codeMeaning}
          fault={faultAt('code')}
          name="code"
          kind="password"
          autoComplete="new-password"
        />
        <TextField
          label={enrol.codeAgain}
          fault={faultAt('again')}
          name="again"
          kind="password"
          autoComplete="new-password"
        />
      </Form>
      {knownLabel === null ? null : (
        <Link className="link" to={paths.now.to()}>
          {enrol.toUnlock}
        </Link>
      )}
    </Screen>
  )
}

/** The field that a refusal is shown below; null when it is about none of them. */
type Fault = { field: 'label' | 'code' | 'again' | null; text: string }

function faultOf(
  refusal: EnrolmentRefusal | CompletionRefusal | { kind: 'server'; text: string | null },
): Fault {
  if (refusal.kind === 'server') return { field: null, text: refusal.text ?? enrol.noNetwork }
  const text = enrol.codeRefused[refusal.kind]
  switch (refusal.kind) {
    case 'codeTooShort':
    case 'codeRepeats':
    case 'codeCounts':
    case 'codeTooFewWords':
      return { field: 'code', text }
    case 'alreadyEnrolled':
    case 'keysNotKept':
    case 'notRequested':
    case 'unknownServer':
    case 'otherServer':
      return { field: null, text }
  }
}
