import { useState } from 'react'
import type { Patient } from '#domain/patient/patient.ts'
import { patient as words } from '#text/nb/screens/patient.ts'
import { useServices } from '../../../services/services.ts'
import { Action } from '../../../ui/Action.tsx'
import { formText } from '../../../ui/form-text.ts'
import { TextField } from '../../../ui/TextField.tsx'
import { useFocusAtFault } from '../../../ui/focus/use-focus-at-fault.ts'
import { Opened } from '../../../ui/focus/Opened.tsx'

const minReasonLength = 10

/** Asks why before what tells where somebody with a protected address lives is shown. It is logged as her address is. */
export function TellingParts({ patient, onOpen }: { patient: Patient; onOpen: () => void }) {
  const { device } = useServices()
  const [isAsking, setAsking] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const { place, attempted } = useFocusAtFault<HTMLFormElement>()

  async function open(form: FormData) {
    const reason = formText(form, 'reason').trim()
    if (reason.length < minReasonLength) return setFault(words.reasonMissing)
    const core = device.core()
    const logged = await core.openings.reveal(patient.id, patient.zone, { kind: 'address', reason })
    if (!logged.ok) return setFault(words.logFailedText)
    void core.trigger('written')
    onOpen()
  }

  if (!isAsking) {
    return (
      <p>
        {words.tellingParts}{' '}
        <button type="button" className="link" onClick={() => setAsking(true)}>
          {words.showTellingParts}
        </button>
      </p>
    )
  }
  return (
    <Opened>
      <form
        className="form"
        ref={place}
        onSubmit={(event) => {
          event.preventDefault()
          attempted()
          void open(new FormData(event.currentTarget))
        }}
      >
        <TextField
          label={words.tellingReason}
          isRequired
          help={words.emergencyAccessMeaning}
          fault={fault ?? undefined}
          name="reason"
          kind="long"
        />
        <Action submits>{words.showTellingParts}</Action>
        <button type="button" className="link" onClick={() => setAsking(false)}>
          {words.cancel}
        </button>
      </form>
    </Opened>
  )
}
