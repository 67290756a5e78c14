import { useState } from 'react'
import type { ProtectedAmendment } from '#domain/amendments/amendment.ts'
import type { ShownAmendment } from '#domain/amendments/beside-amendment.ts'
import { accepted, type Result } from '#domain/base/result.ts'
import type { Instant } from '#domain/time/instant.ts'
import { amendments as amendmentWords } from '#text/nb/screens/amendments.ts'
import { dayAndMomentWords } from '#text/nb/words/time.ts'
import type { Revealed } from '#app/bridge/card-openings.ts'
import type { Core } from '#app/bridge/core.ts'
import { useAmendmentsOf } from '../../services/amendments.ts'
import { useNow } from '../../services/use-now.ts'
import { revealAmendment } from './reveal-amendment.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { mayDo } from '#domain/roles/duties.ts'
import type { ProtectedDetails } from '#domain/patient/protected-details.ts'
import { patient as words } from '#text/nb/screens/patient.ts'
import { phoneLink, phoneText } from '#text/nb/words/phone.ts'
import { fullAddress } from '#text/nb/words/address.ts'
import { isWithheld, type Reading } from '#app/bridge/reading.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { useOpened } from '../../services/use-opened.ts'
import { useServices } from '../../services/services.ts'
import { Action } from '../../ui/Action.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { FetchedPart } from './FetchedPart.tsx'
import { revealProtected, type RevealRefusal } from '../../parts/reveal-protected.ts'
import { formText } from '../../ui/form-text.ts'
import { useFocusAtFault } from '../../ui/focus/use-focus-at-fault.ts'
import { Opened } from '../../ui/focus/Opened.tsx'

const minReasonLength = 10

/**
 * Emergency access (nødrettstilgang): a reason is written and stored before the address is shown. A phone
 * that never got the address does not ask for a reason.
 */
export function HiddenAddress({ patient }: { patient: Patient }) {
  const { device } = useServices()
  const { profile } = useUnlocked()
  const amendments = useAmendmentsOf(patient.id)
  const place = useOpened(
    async ({ reader }) => {
      const [held, signed] = await Promise.all([
        reader.findProtected(patient.id, patient.zone),
        reader.listProtectedAmendments(patient.id, patient.zone),
      ])
      if (isWithheld(held)) return 'withheld'
      const isHere =
        (held.kind === 'open' && held.value !== null) || newAddresses(signed, amendments).length > 0
      return isHere ? 'here' : 'notHere'
    },
    [patient.id, patient.zone, amendments],
  )
  const now = useNow()
  const [isAsking, setAsking] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const { place: form, attempted } = useFocusAtFault<HTMLFormElement>()
  const [shown, setShown] = useState<Shown | null>(null)

  async function open(form: FormData) {
    const reason = formText(form, 'reason').trim()
    if (reason.length < minReasonLength) {
      setFault(words.reasonMissing)
      return
    }
    const revealed = await revealAddress(device.core(), patient, { kind: 'address', reason })
    if (revealed.ok) setShown(revealed.value)
    else setFault(refusalWords[revealed.refusal])
  }

  if (mayDo(profile.role, 'fetchPatientPart')) {
    return (
      <>
        {`${words.hiddenAddress}. `}
        <FetchedPart patient={patient} part="address">
          {({ amendments: signed = [], ...read }) => (
            <>
              {signed.map((moved) => (
                <NewAddress key={moved.entryId} moved={moved} now={now} />
              ))}
              <ShownAddress {...read} />
            </>
          )}
        </FetchedPart>
      </>
    )
  }
  if (shown !== null) {
    return (
      <Opened>
        <div role="status">
          {newAddresses(shown.signed, amendments).map((one) => (
            <NewAddress key={one.entryId} moved={one} now={now} />
          ))}
          {shown.listed === null ? null : <ShownAddress {...shown.listed} />}
          <br />
          <small>{words.revealed}</small>
        </div>
      </Opened>
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
    <Opened>
      <form
        className="form"
        ref={form}
        onSubmit={(event) => {
          event.preventDefault()
          attempted()
          void open(new FormData(event.currentTarget))
        }}
      >
        <TextField
          label={words.emergencyReason}
          isRequired
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
    </Opened>
  )
}

type Shown = { listed: ProtectedDetails | null; signed: Reading<ProtectedAmendment[]> }

/** Both what the list has and what was signed since are one opening, which is logged once. */
async function revealAddress(
  core: Core,
  patient: Patient,
  revealed: Revealed,
): Promise<Result<Shown, RevealRefusal>> {
  const listed = await revealProtected(core, patient, revealed)
  if (!listed.ok && listed.refusal !== 'notHere') return listed
  if (!listed.ok) {
    const logged = await revealAmendment(core, patient, revealed)
    if (!logged.ok) return logged
  }
  const signed = await core.reader.listProtectedAmendments(patient.id, patient.zone)
  return accepted({ listed: listed.ok ? listed.value : null, signed })
}

/** The protected parts of the moves that stand. */
function newAddresses(
  signed: Reading<ProtectedAmendment[]>,
  standing: readonly ShownAmendment[],
): ProtectedAmendment[] {
  const ids = new Set(standing.map(({ amendment }) => amendment.entryId))
  const parts = signed.kind === 'open' ? signed.value : []
  return parts.filter(({ entryId, address }) => address !== null && ids.has(entryId))
}

function NewAddress({ moved, now }: { moved: ProtectedAmendment; now: Instant }) {
  const { from, author, address } = moved
  return (
    <p>
      <strong>{`${amendmentWords.newAddress(dayAndMomentWords(from, now), author.name)}: `}</strong>
      {address}
    </p>
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
