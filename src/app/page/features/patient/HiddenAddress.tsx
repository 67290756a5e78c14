import { useState } from 'react'
import type { Patient } from '#domain/patient/patient.ts'
import { mayDo } from '#domain/roles/duties.ts'
import type { ProtectedDetails } from '#domain/patient/protected-details.ts'
import { patient as words } from '#text/nb/screens/patient.ts'
import { phoneLink, phoneText } from '#text/nb/words/phone.ts'
import { fullAddress } from '#text/nb/words/address.ts'
import { isWithheld } from '#app/bridge/reading.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { useOpened } from '../../services/use-opened.ts'
import { useServices } from '../../services/services.ts'
import { Action } from '../../ui/Action.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { FetchedPart } from './FetchedPart.tsx'
import { revealProtected, type RevealRefusal } from '../../parts/reveal-protected.ts'
import { formText } from '../../ui/form-text.ts'

const minReasonLength = 10

/**
 * Emergency access (nødrettstilgang): a reason is written and stored before the address is shown. A phone
 * that never got the address does not ask for a reason.
 */
export function HiddenAddress({ patient }: { patient: Patient }) {
  const { device } = useServices()
  const { profile } = useUnlocked()
  const place = useOpened(
    async ({ reader }) => {
      const held = await reader.findProtected(patient.id, patient.zone)
      if (isWithheld(held)) return 'withheld'
      return held.kind === 'open' && held.value !== null ? 'here' : 'notHere'
    },
    [patient.id, patient.zone],
  )
  const [isAsking, setAsking] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const [shown, setShown] = useState<ProtectedDetails | null>(null)

  async function open(form: FormData) {
    const reason = formText(form, 'reason').trim()
    if (reason.length < minReasonLength) {
      setFault(words.reasonMissing)
      return
    }
    const revealed = await revealProtected(device.core(), patient, { kind: 'address', reason })
    if (revealed.ok) setShown(revealed.value)
    else setFault(refusalWords[revealed.refusal])
  }

  if (mayDo(profile.role, 'fetchPatientPart')) {
    return (
      <>
        {`${words.hiddenAddress}. `}
        <FetchedPart patient={patient} part="address">
          {(read) => <ShownAddress {...read} />}
        </FetchedPart>
      </>
    )
  }
  if (shown !== null) {
    return (
      <div role="status">
        <ShownAddress {...shown} />
        <br />
        <small>{words.revealed}</small>
      </div>
    )
  }
  if (!isAsking) {
    return (
      <>
        {`${words.hiddenAddress}. `}
        {place === 'notHere' ? words.addressNotHere : null}
        {place === 'withheld' ? words.protectedWithheld : null}
        {place === 'here' ? (
          <button type="button" className="link" onClick={() => setAsking(true)}>
            {words.emergencyAccess}
          </button>
        ) : null}
      </>
    )
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void open(new FormData(event.currentTarget))
      }}
    >
      <TextField
        label={words.emergencyReason}
        help={words.emergencyAccessMeaning}
        fault={fault ?? undefined}
        name="reason"
        kind="long"
      />
      <Action submits>{words.openAddress}</Action>
      <button type="button" className="link" onClick={() => setAsking(false)}>
        {words.cancel}
      </button>
    </form>
  )
}

function ShownAddress({ address, phone }: Pick<ProtectedDetails, 'address' | 'phone'>) {
  return (
    <>
      {address === null ? words.noAddress : fullAddress(address)}
      {phone === null ? null : (
        <>
          {' · '}
          <a className="phone-link" href={phoneLink(phone)}>
            {phoneText(phone)}
          </a>
        </>
      )}
    </>
  )
}

const refusalWords = {
  notHere: words.addressNotHere,
  withheld: words.protectedWithheld,
  notLogged: words.logFailedText,
} satisfies Record<RevealRefusal, string>
