import type { Incident } from '#domain/incidents/incident.ts'
import type { PatientListKind } from '#domain/lists/patient-list.ts'
import { callList as words } from '#text/nb/screens/people/call-list.ts'
import { factRefusalText } from '#text/nb/words/fact-refusal.ts'
import type { ContactReading } from '#app/bridge/incident-queries.ts'
import { Action } from '../../../ui/Action.tsx'
import { usePersonSaying } from '../use-person-saying.ts'
import type { Outage } from '../use-outage.ts'

type ICallProps = {
  contacts: ContactReading
  list: PatientListKind
  incident: Incident
  outage: Outage
}

/** She says that she calls down this list, or no longer: the server deals shares among those who do. */
export function ICall({ contacts: { isCalling }, list, incident, outage }: ICallProps) {
  const saying = usePersonSaying(incident.id)
  const { zone, zones } = outage.zones
  const shown = zones.map(({ id }) => id).filter((id) => zone === null || id === zone)

  /** A list is dealt in each zone for itself. */
  async function say() {
    for (const id of shown) {
      if (!(await saying.say(id, [{ kind: 'calling', list, isCalling: !isCalling }]))) return
    }
  }

  return (
    <div className="calls__i-call">
      <p className="field__help">{isCalling ? words.dealt : words.dealing}</p>
      <Action rank="second" onPress={() => void say()}>
        {isCalling ? words.iCallNoMore : words.iCall}
      </Action>
      {saying.refusal === null ? null : (
        <p className="field__fault" role="alert">
          {factRefusalText(saying.refusal)}
        </p>
      )}
    </div>
  )
}
