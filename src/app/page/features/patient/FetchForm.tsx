import { useState } from 'react'
import { Link } from 'react-router'
import type { Patient } from '#domain/patient/patient.ts'
import { FetchReason, type PatientPart } from '#domain/patient/patient-part.ts'
import { fetches as words } from '#text/nb/screens/fetches.ts'
import { patient as patientWords } from '#text/nb/screens/patient.ts'
import type { FetchRefusal } from '#app/bridge/patient-fetches.ts'
import { paths } from '../../paths/paths.ts'
import { useServices } from '../../services/services.ts'
import { Action } from '../../ui/Action.tsx'
import { Chips } from '../../ui/Chips.tsx'
import { formText } from '../../ui/form-text.ts'
import { TextField } from '../../ui/TextField.tsx'
import { NeedsNetwork } from './NeedsNetwork.tsx'
import { useFocusAtFault } from '../../ui/focus/use-focus-at-fault.ts'

type FetchFormProps = {
  patient: Patient
  part: PatientPart
  /** The part is in memory, or the employee does not want it any more. */
  onEnd: () => void
}

/** Asks why, then the server. The reason is in the log before anything of the part is sent. */
export function FetchForm({ patient, part, onEnd }: FetchFormProps) {
  const { device } = useServices()
  const [chosen, setChosen] = useState<string[]>([])
  const [fault, setFault] = useState<string | null>(null)
  const { place, attempted } = useFocusAtFault<HTMLFormElement>()
  const [refusal, setRefusal] = useState<FetchRefusal | null>(null)
  const [isBusy, setBusy] = useState(false)

  async function submit(form: FormData) {
    const given = [...chosen, formText(form, 'reason').trim()].filter((text) => text !== '')
    const reason = FetchReason.safeParse(given.join(': '))
    setRefusal(null)
    setFault(reason.success ? null : words.reasonMissing)
    if (!reason.success) return
    setBusy(true)
    const order = { patientId: patient.id, zone: patient.zone, part, reason: reason.data }
    const fetched = await device.core().fetches.fetch(order)
    setBusy(false)
    if (!fetched.ok) return setRefusal(fetched.refusal)
    device.reread()
    onEnd()
  }

  return (
    <form
      className="form"
      ref={place}
      onSubmit={(event) => {
        event.preventDefault()
        attempted()
        void submit(new FormData(event.currentTarget))
      }}
    >
      <p className="field__help">{words.meaning[part]}</p>
      <Chips
        label={words.why}
        isRequired
        count="one"
        choices={words.reasons.map((text) => ({ value: text, label: text }))}
        chosen={chosen}
        onChoose={setChosen}
      />
      <TextField
        label={words.ownWords}
        fault={fault ?? undefined}
        name="reason"
        kind="long"
        maxLength={200}
      />
      {refusal === null ? null : <Refused refusal={refusal} patient={patient} />}
      <Action submits isBusy={isBusy} isDisabled={isBusy}>
        {words.submit[part]}
      </Action>
      <button type="button" className="link" onClick={onEnd}>
        {patientWords.cancel}
      </button>
    </form>
  )
}

function Refused({ refusal, patient }: { refusal: FetchRefusal; patient: Patient }) {
  switch (refusal.kind) {
    case 'locked':
      return null
    case 'unreachable':
      return <NeedsNetwork zone={patient.zone} />
    case 'signInNeeded':
      return (
        <p className="field__fault" role="alert">
          <Link to={paths.signIn.to({})}>{words.signInNeeded}</Link>
        </p>
      )
    case 'refused':
      return (
        <p className="field__fault" role="alert">
          {refusal.text}
        </p>
      )
  }
}
