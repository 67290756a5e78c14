import { useState } from 'react'
import type { OrganisedSection, SaveAccountAnswer, SignInCode } from '#app/online/account-calls.ts'
import type { ApiAnswer } from '#app/online/api.ts'
import type { Account } from '#domain/accounts/account.ts'
import { accountRefusals } from '#text/nb/words/accounts/account-refusal.ts'
import { employees as words } from '#text/nb/screens/keeping/employees.ts'
import { useNow } from '../../services/use-now.ts'
import { useServices } from '../../services/services.ts'
import { Form } from '../../ui/Form.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { AccountFields } from './AccountFields.tsx'
import { type AccountChoices, type AccountFaults, readAccountForm } from './account-form.ts'
import { CloseAccess } from './CloseAccess.tsx'
import { CodesScreen } from './CodesScreen.tsx'
import { usedWords } from './EmployeeRow.tsx'
import { faultText } from './parts/KeptFault.tsx'
import { LentZonesPart } from './stand-ins/LentZonesPart.tsx'
import { StandInPart } from './stand-ins/StandInPart.tsx'
import { SignInPart } from './SignInPart.tsx'

type ChangeEmployeeProps = {
  account: Account
  sections: readonly OrganisedSection[]
  onChanged: () => void
}

const noFaults: AccountFaults = new Map()

/** One account that she may change: its rights first, then how its owner gets in, then its end. */
export function ChangeEmployee({ account, sections, onChanged }: ChangeEmployeeProps) {
  const { api } = useServices()
  const now = useNow()
  const [choices, setChoices] = useState<AccountChoices>(account)
  const [faults, setFaults] = useState(noFaults)
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [isSaved, setSaved] = useState(false)
  const [code, setCode] = useState<SignInCode | null>(null)
  const { id, name, username, title } = account

  async function send(work: () => ApiAnswer<SaveAccountAnswer>): Promise<boolean> {
    setBusy(true)
    setSaved(false)
    const answer = await work()
    setBusy(false)
    if (!answer.ok) {
      setFault(faultText(answer.refusal))
      return false
    }
    if (answer.value.kind === 'refused') {
      setFault(accountRefusals[answer.value.refusal.kind])
      return false
    }
    setFault(null)
    setCode(answer.value.code)
    onChanged()
    return true
  }

  async function save(form: FormData) {
    const typed = readAccountForm(form, choices)
    setFaults(typed.ok ? noFaults : typed.refusal)
    if (!typed.ok) return setFault(words.look)
    const { username: _, ...changed } = typed.value
    setSaved(await send(() => api.changeAccount({ account: id, ...changed })))
  }

  if (code !== null) return <CodesScreen title={name} codes={[code]} />
  return (
    <Screen
      kind="reading"
      title={name}
      above={words.title}
      under={[username, title, usedWords(account, now)].filter(Boolean).join(' · ')}
    >
      {isSaved ? <Notice kind="done" title={words.changed} text={words.changedText} /> : null}
      <Form
        submit={words.change}
        isBusy={isBusy}
        fault={fault}
        onSubmit={(form) => void save(form)}
      >
        <AccountFields
          sections={sections}
          account={account}
          choices={choices}
          faults={faults}
          onChoose={setChoices}
        />
      </Form>
      <SignInPart
        signIn={account.signIn}
        isBusy={isBusy}
        onGive={() => void send(() => api.issueSignInCode({ account: id }))}
      />
      <StandInPart account={account} onChanged={onChanged} />
      {account.role === 'administrator' ? null : (
        <LentZonesPart account={account} sections={sections} onChanged={onChanged} />
      )}
      <CloseAccess
        name={name}
        isBusy={isBusy}
        onClose={() => void send(() => api.closeAccount({ account: id, reason: { kind: 'left' } }))}
      />
    </Screen>
  )
}
