import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { signIn as words } from '#text/nb/screens/sign-in.ts'
import { useServices } from '../../services/services.ts'
import { keptFragment, tokenOf } from '../../paths/root-fragment.ts'
import { paths } from '../../paths/paths.ts'
import { Form } from '../../ui/Form.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { formText } from '../../ui/form-text.ts'

const minPasswordLength = 12

/** The screen of an empty server's one-time link. It names the municipality and its first administrator. */
export function FirstSignInScreen() {
  const { api, device } = useServices()
  const navigate = useNavigate()
  const { hash } = useLocation()
  const [fault, setFault] = useState<string | null>(null)
  const [faults, setFaults] = useState<ReadonlyMap<string, string>>(new Map())
  const faultAt = (field: string) => faults.get(field)
  const [isBusy, setBusy] = useState(false)

  async function submit(form: FormData) {
    const text = (name: string) => formText(form, name).trim()
    const password = formText(form, 'password')
    const input = {
      municipalityName: text('municipality'),
      name: text('name'),
      username: text('username'),
    }
    const found = new Map<string, string>(
      Object.entries(input).flatMap(([field, typed]) =>
        typed === '' ? [[field, words.fillIn] as const] : [],
      ),
    )
    const lacks = found.size > 0
    if (password.length < minPasswordLength) found.set('password', words.passwordTooShort)
    setFaults(found)
    setFault(found.size === 0 ? null : lacks ? words.fillAll : words.passwordTooShort)
    if (found.size > 0) return
    setBusy(true)
    const answer = await api.redeemInvitation({ ...input, password, token: tokenOf(hash) })
    setBusy(false)
    if (!answer.ok) {
      return setFault(answer.refusal.kind === 'unreachable' ? words.offline : answer.refusal.text)
    }
    device.signedIn()
    await navigate(`${paths.enrol.to()}${keptFragment(hash)}`, { replace: true })
  }

  return (
    <Screen kind="plain" title={words.firstTitle} under={words.firstMeaning}>
      <Form
        submit={words.firstSubmit}
        isBusy={isBusy}
        fault={fault}
        onSubmit={(form) => void submit(form)}
      >
        <TextField
          label={words.municipality}
          isRequired
          fault={faultAt('municipalityName')}
          name="municipality"
          autoComplete="organization"
        />
        <TextField
          label={words.yourName}
          isRequired
          fault={faultAt('name')}
          name="name"
          autoComplete="name"
        />
        <TextField
          label={words.username}
          isRequired
          fault={faultAt('username')}
          name="username"
          autoComplete="username"
        />
        <TextField
          label={words.password}
          isRequired
          fault={faultAt('password')}
          help={words.passwordHelp}
          name="password"
          kind="password"
          autoComplete="new-password"
        />
      </Form>
    </Screen>
  )
}
