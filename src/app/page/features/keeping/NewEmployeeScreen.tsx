import { useState } from 'react'
import type { SignInCode } from '#app/online/account-calls.ts'
import { accountRefusals } from '#text/nb/words/accounts/account-refusal.ts'
import { employees as words } from '#text/nb/screens/keeping/employees.ts'
import { standIns } from '#text/nb/screens/keeping/stand-ins.ts'
import { useNow } from '../../services/use-now.ts'
import { useServices } from '../../services/services.ts'
import { Form } from '../../ui/Form.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { AccountFields } from './AccountFields.tsx'
import { type AccountChoices, type AccountFaults, readAccountForm } from './account-form.ts'
import { CodesScreen } from './CodesScreen.tsx'
import { DayFields } from './stand-ins/DayFields.tsx'
import { type DayFaults, readDays } from './stand-ins/days-form.ts'
import { faultText, KeptFault } from './parts/KeptFault.tsx'
import { useKept } from './use-kept.ts'
import { sectionsOf } from './zones-of.ts'

const noChoices: AccountChoices = { role: 'nurse', zones: [] }
const noFaults: AccountFaults = new Map()
const noDayFaults: DayFaults = new Map()

/** One new account, which ends in the code that its owner gets. */
export function NewEmployeeScreen() {
  const { api } = useServices()
  const organisation = useKept(api.readOrganisation)
  const [choices, setChoices] = useState(noChoices)
  const now = useNow()
  const [faults, setFaults] = useState(noFaults)
  const [dayFaults, setDayFaults] = useState(noDayFaults)
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [code, setCode] = useState<SignInCode | null>(null)

  async function make(form: FormData) {
    const typed = readAccountForm(form, choices)
    const days = readDays(form, now)
    setFaults(typed.ok ? noFaults : typed.refusal)
    setDayFaults(days.ok ? noDayFaults : days.refusal)
    setFault(typed.ok && days.ok ? null : words.look)
    if (!typed.ok || !days.ok) return
    setBusy(true)
    const standIn = days.value === null ? {} : { standIn: days.value }
    const answer = await api.makeAccount({ ...typed.value, ...standIn })
    setBusy(false)
    if (!answer.ok) setFault(faultText(answer.refusal))
    else if (answer.value.kind === 'refused') {
      setFault(accountRefusals[answer.value.refusal.kind])
    } else setCode(answer.value.code)
  }

  if (code !== null) return <CodesScreen title={words.made(code.name)} codes={[code]} />
  return (
    <Screen kind="reading" title={words.newTitle} above={words.title} under={words.newUnder}>
      <KeptFault
        fault={organisation.fault}
        returnTo="employees"
        onTryAgain={organisation.readAgain}
      />
      <Form submit={words.make} isBusy={isBusy} fault={fault} onSubmit={(form) => void make(form)}>
        <AccountFields
          sections={sectionsOf(organisation.value)}
          account={null}
          choices={choices}
          faults={faults}
          onChoose={setChoices}
        />
        <DayFields from={null} toHelp={standIns.toHelp} faults={dayFaults} />
      </Form>
    </Screen>
  )
}
