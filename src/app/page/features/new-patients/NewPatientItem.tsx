import { useState } from 'react'
import { Link } from 'react-router'
import type { LinkDecisionKind } from '#domain/new-patients/patient-link.ts'
import { addressShown } from '#domain/patient/address-shown.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { Instant } from '#domain/time/instant.ts'
import { lists } from '#text/nb/screens/lists.ts'
import { joinPatients as words, newPatients } from '#text/nb/screens/new-patients.ts'
import { addressText } from '#text/nb/words/address.ts'
import { lookupName } from '#text/nb/words/name.ts'
import { authorText } from '#text/nb/words/notes/about-note.ts'
import { temporaryText } from '#text/nb/words/temporary-patient.ts'
import { dayAndMomentWords, fullDate } from '#text/nb/words/time.ts'
import type { NewPatient } from '#app/bridge/new-patients.ts'
import { factsLine } from '../../parts/facts-line.ts'
import { paths } from '../../paths/paths.ts'
import { useServices } from '../../services/services.ts'
import { Action } from '../../ui/Action.tsx'
import '../../ui/note.css'

type NewPatientItemProps = { newPatient: NewPatient; now: Instant }
type Decide = (
  about: { patientId: Patient['id']; patientZone: Patient['zone'] },
  choice: LinkDecisionKind,
) => Promise<void>

/** A temporary patient, whom of the lists she may be and why, with the leader's two answers; or her answer, with the way back. */
export function NewPatientItem({ newPatient, now }: NewPatientItemProps) {
  const { api, device } = useServices()
  const [isDeciding, setDeciding] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const { temporary, proposals, decisions } = newPatient
  const isJoined = decisions.some(({ decision }) => decision.kind === 'same')
  const name = lookupName(temporary.name)

  const decide: Decide = async (about, choice) => {
    setFault(null)
    setDeciding(true)
    const { id: temporaryId, zone } = temporary
    const answer = await api.decidePatientLink({ temporaryId, zone, ...about, choice })
    setDeciding(false)
    if (answer.ok) void device.core().syncNow()
    else {
      const { refusal } = answer
      setFault(refusal.kind === 'unreachable' ? words.unanswered : refusal.text)
    }
  }

  return (
    <article className="note" aria-label={name}>
      <div className="note__head">
        <strong>{name}</strong>
        <Link className="link" to={paths.patient.to({ patientId: temporary.id })}>
          {words.openCard}
        </Link>
      </div>
      <p>{factsLine(temporaryText(temporary), ...whoText(temporary))}</p>
      <RegisteredBy temporary={temporary} now={now} />
      {fault === null ? null : (
        <p role="alert" className="field__fault">
          {fault}
        </p>
      )}
      {decisions.map((one) => (
        <Decided
          key={one.decision.patientId}
          {...one}
          now={now}
          isDeciding={isDeciding}
          decide={decide}
        />
      ))}
      {isJoined
        ? null
        : proposals.map((proposal) => (
            <Proposed
              key={proposal.patient.id}
              {...proposal}
              isDeciding={isDeciding}
              decide={decide}
            />
          ))}
      {!isJoined && proposals.length === 0 ? <p>{words.noProposals}</p> : null}
    </article>
  )
}

function RegisteredBy({ temporary: { temporary }, now }: { temporary: Patient; now: Instant }) {
  if (temporary === undefined) return null
  const { by, registeredAt } = temporary
  return (
    <p className="note__who">
      {newPatients.registeredBy(authorText(by), dayAndMomentWords(registeredAt, now))}
    </p>
  )
}

type ProposedProps = NewPatient['proposals'][number] & { isDeciding: boolean; decide: Decide }

function Proposed({ patient, reasons, isDeciding, decide }: ProposedProps) {
  const about = { patientId: patient.id, patientZone: patient.zone }
  const name = lookupName(patient.name)
  const ehrId = patient.ehrId === null ? words.noEhrId : words.ehrId(patient.ehrId)
  return (
    <div role="group" aria-label={`${words.mayBe} ${name}`}>
      <p>
        <strong>{`${words.mayBe} ${name}`}</strong>
        <br />
        {factsLine(ehrId, ...whoText(patient))}
        <br />
        {words.why(reasons.map((reason) => words.reasons[reason]))}
      </p>
      <div className="stack">
        <Action
          isBusy={isDeciding}
          isDisabled={isDeciding}
          onPress={() => void decide(about, 'same')}
        >
          {isDeciding ? words.deciding : words.same}
        </Action>
        <Action rank="second" isDisabled={isDeciding} onPress={() => void decide(about, 'apart')}>
          {words.apart}
        </Action>
      </div>
    </div>
  )
}

type DecidedProps = NewPatient['decisions'][number] & {
  now: Instant
  isDeciding: boolean
  decide: Decide
}

function Decided({ decision, patient, now, isDeciding, decide }: DecidedProps) {
  const { kind, patientId, patientZone, by, at } = decision
  const name = patient === null ? lists.notHere : lookupName(patient.name)
  const text = kind === 'same' ? words.samePerson : words.twoPeople
  return (
    <>
      <p>{text(name, by.name, dayAndMomentWords(at, now))}</p>
      <Action
        rank="second"
        isDisabled={isDeciding}
        onPress={() => void decide({ patientId, patientZone }, 'undone')}
      >
        {isDeciding ? words.deciding : words.undo}
      </Action>
    </>
  )
}

/** Birth date and address, as far as they may be said openly. */
function whoText(patient: Patient): string[] {
  const { bornOn } = patient
  return [
    ...(bornOn === null ? [] : [`f. ${fullDate(bornOn)}`]),
    addressText(addressShown(patient)),
  ]
}
