import { PhoneIcon } from '@navikt/aksel-icons'
import { phoneShown } from '#domain/patient/address-shown.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { peopleInOutage as words } from '#text/nb/screens/people/people-in-outage.ts'
import { lookupName } from '#text/nb/words/name.ts'
import { phoneLink } from '#text/nb/words/phone.ts'
import { Action } from '../ui/Action.tsx'
import { type CallFrom, useCall } from './CallButton.tsx'

type CallNextProps = { patient: Patient; from: CallFrom; replace?: boolean }

/** The one thing to do next: «Ring neste: Bjerke, Kari». */
export function CallNext({ patient, from, replace = false }: CallNextProps) {
  const call = useCall({ replace })
  const phone = phoneShown(patient)
  if (phone === null) return null
  return (
    <Action
      rank="primary"
      href={phoneLink(phone)}
      onPress={() => call(patient, from)}
      icon={<PhoneIcon aria-hidden fontSize="1.6rem" />}
    >
      {words.callNext(lookupName(patient.name))}
    </Action>
  )
}
