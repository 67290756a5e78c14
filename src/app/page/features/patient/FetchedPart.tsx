import { type ReactNode, useState } from 'react'
import type { Patient } from '#domain/patient/patient.ts'
import type { PatientPart } from '#domain/patient/patient-part.ts'
import { fetches as words } from '#text/nb/screens/fetches.ts'
import { momentWords } from '#text/nb/words/time.ts'
import { useNow } from '../../services/use-now.ts'
import { useDevice } from '../../services/use-opened.ts'
import { Action } from '../../ui/Action.tsx'
import { FetchForm } from './FetchForm.tsx'
import { NeedsNetwork } from './NeedsNetwork.tsx'
import { type ReadOf, useFetched } from './use-fetched.ts'
import { Opened } from '../../ui/focus/Opened.tsx'

type FetchedPartProps<Part extends PatientPart> = {
  patient: Patient
  part: Part
  children: (read: ReadOf<Part>) => ReactNode
}

/** A part that is not on this device: it is fetched with a reason, shown while it is in memory, and gone after. */
export function FetchedPart<Part extends PatientPart>({
  patient,
  part,
  children,
}: FetchedPartProps<Part>) {
  const now = useNow()
  const { sync } = useDevice()
  const found = useFetched(patient.id, part)
  const [isAsking, setAsking] = useState(false)

  if (found !== null) {
    return (
      <div role="status">
        {children(found.read)}
        <p className="field__help">{words.shownUntil(momentWords(found.until, now))}</p>
      </div>
    )
  }
  if (isAsking) {
    return (
      <Opened>
        <FetchForm patient={patient} part={part} onEnd={() => setAsking(false)} />
      </Opened>
    )
  }
  return (
    <div className="fetch">
      {sync.line === 'offline' ? <NeedsNetwork zone={patient.zone} /> : null}
      <Action rank="second" onPress={() => setAsking(true)}>
        {sync.line === 'offline' ? words.tryNevertheless[part] : words.fetch[part]}
      </Action>
    </div>
  )
}
