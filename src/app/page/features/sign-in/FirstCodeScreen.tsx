import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { minPasswordLength } from '#domain/accounts/account-name.ts'
import { readSignInCode } from '#domain/accounts/sign-in-code.ts'
import { codes as words } from '#text/nb/screens/keeping/codes.ts'
import { signIn } from '#text/nb/screens/sign-in.ts'
import { broughtCode } from '../../paths/code-fragment.ts'
import { paths } from '../../paths/paths.ts'
import { keptFragment } from '../../paths/root-fragment.ts'
import { useServices } from '../../services/services.ts'
import { Form } from '../../ui/Form.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { formText } from '../../ui/form-text.ts'

/** A one-time code on a slip or in a link: its owner chooses a password, and goes on to make the phone ready. */
export function FirstCodeScreen() {
  const { api, device } = useServices()
  const navigate = useNavigate()
  const { hash } = useLocation()
  const brought = broughtCode(hash)
  const [fault, setFault] = useState<string | null>(null)
  const [faults, setFaults] = useState<ReadonlyMap<string, string>>(new Map())
  const [isBusy, setBusy] = useState(false)

  async function submit(form: FormData) {
    const username = formText(form, 'username').trim()
    const code = readSignInCode(formText(form, 'code'))
    const password = formText(form, 'password')
    const found = new Map<string, string>()
    if (username === '') found.set('username', signIn.fillIn)
    if (code === null) found.set('code', words.unreadableCode)
    if (password.length < minPasswordLength) found.set('password', signIn.passwordTooShort)
    setFaults(found)
    setFault(null)
    if (code === null || found.size > 0) return
    setBusy(true)
    const answer = await api.redeemSignInCode({ username, code, password })
    setBusy(false)
    if (!answer.ok) return setFault(refusalText(answer.refusal))
    const here = await device.core().vault.status()
    const { id } = answer.value.employee
    const mine = here.employees.find(({ employeeId }) => employeeId === id)
    device.signedIn()
    // Whoever has keys on this phone has forgotten her password, not her code.
    const isEnrolled = mine !== undefined && !mine.erased
    const next = isEnrolled ? paths.now.to() : `${paths.enrol.to()}${keptFragment(hash)}`
    await navigate(next, { replace: true })
  }

  return (
    <Screen kind="plain" title={words.firstTitle} under={words.firstUnder}>
      <Form
        submit={words.submit}
        isBusy={isBusy}
        fault={fault}
        onSubmit={(form) => void submit(form)}
      >
        <TextField
          label={signIn.username}
          isRequired
          from={brought.username}
          fault={faults.get('username')}
          name="username"
          autoComplete="username"
        />
        <TextField
          label={words.code}
          isRequired
          help={words.codeHelp}
          from={brought.code}
          fault={faults.get('code')}
          name="code"
          maxLength={40}
        />
        <TextField
          label={words.password}
          isRequired
          help={words.passwordHelp}
          fault={faults.get('password')}
          name="password"
          kind="password"
          autoComplete="new-password"
        />
      </Form>
    </Screen>
  )
}

function refusalText(refusal: { kind: 'unreachable' } | { kind: string; text: string }): string {
  if (!('text' in refusal)) return signIn.offline
  return refusal.kind === 'wrongSignIn' ? words.wrong : refusal.text
}
