import { PhoneIcon } from '@navikt/aksel-icons'
import type { Incident } from '#domain/incidents/incident.ts'
import type { FactOf } from '#domain/people/people.ts'
import type { Contact, Patient } from '#domain/patient/patient.ts'
import { phoneShown } from '#domain/patient/address-shown.ts'
import type { Instant } from '#domain/time/instant.ts'
import { personInIncident as words } from '#text/nb/screens/people/person-in-incident.ts'
import { phoneLink, phoneText } from '#text/nb/words/phone.ts'
import { listOf } from '../../../incident-parts/called-lists.ts'
import { Action } from '../../../ui/Action.tsx'
import { type CallFrom, useCall } from '../../../incident-parts/CallButton.tsx'
import { CallNext } from '../../../incident-parts/CallNext.tsx'
import type { PersonAddress } from './PersonInIncidentScreen.tsx'
import { useNextOnList } from '../use-next-on-list.ts'

type PersonFootProps = {
  patient: Patient
  address: PersonAddress
  incident: Incident
  answer: FactOf<'contact'> | null
  now: Instant
}

/** Before the answer whom to call about her; after it the next one, and who can look in when she does not answer. */
export function PersonFoot({ patient, address, incident, answer, now }: PersonFootProps) {
  const { from, list } = address
  const call = { from, incident: incident.id, list }
  const next = useNextOnList({
    incident: incident.id,
    list: listCalled(address, incident),
    zone: address.zone ?? null,
    now,
  })
  const again = <CallAbout {...{ patient, call }} wasCalled={address.calledAt !== undefined} />
  if (answer === null || next === null || next.id === patient.id) return again
  return (
    <>
      {answer.body.state === 'noAnswer' ? again : null}
      <CallNext patient={next} from={call} replace />
    </>
  )
}

/** The list that she goes on with; null for a way in without one. */
function listCalled({ from, list }: PersonAddress, incident: Incident) {
  if (from === 'countdown') return from
  return from === 'callList' ? listOf(incident, list) : null
}

type CallAboutProps = { patient: Patient; call: CallFrom; wasCalled: boolean }

function CallAbout({ patient, call: from, wasCalled }: CallAboutProps) {
  const call = useCall({ replace: true })
  const phone = phoneShown(patient)
  const near = patient.nextOfKin.find((contact) => contact.canLookIn && contact.phone !== null)
  if (phone === null && near === undefined) return <p className="field__help">{words.noPhone}</p>
  return (
    <div className="screen__foot-pair">
      {phone === null ? null : (
        <Action
          rank={wasCalled ? 'second' : 'main'}
          href={phoneLink(phone)}
          onPress={() => call(patient, from)}
          icon={<PhoneIcon aria-hidden fontSize="1.4rem" />}
        >
          {wasCalled ? (
            words.callAgain
          ) : (
            <>
              <span className="visually-hidden">{words.call} </span>
              {phoneText(phone)}
            </>
          )}
        </Action>
      )}
      {near === undefined || near.phone === null ? null : (
        <Action
          rank="second"
          href={phoneLink(near.phone)}
          icon={<PhoneIcon aria-hidden fontSize="1.4rem" />}
        >
          {words.callOther(whoIs(near))}
        </Action>
      )}
    </div>
  )
}

/** «nabo», «datter»; the name where nobody wrote down what they are to her. */
function whoIs({ relation, name }: Contact): string {
  return relation === null ? name : relation.toLowerCase()
}
