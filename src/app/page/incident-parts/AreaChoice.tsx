import { useState } from 'react'
import { ZoneId } from '#domain/base/ids.ts'
import type { IncidentArea } from '#domain/incidents/coordination-fact.ts'
import { whatFails as words } from '#text/nb/screens/incident/what-fails.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import { useUnlocked } from '../services/unlocked.ts'
import { Chips } from '../ui/Chips.tsx'
import { StreetChoice } from './StreetChoice.tsx'
import { Opened } from '../ui/focus/Opened.tsx'

type AreaChoiceProps = { area: IncidentArea; onChoose: (area: IncidentArea) => void }

/** Which zones, and whether it is some of their streets alone. */
export function AreaChoice({ area, onChoose }: AreaChoiceProps) {
  const { zones } = useUnlocked().profile
  const [asksStreets, setAsksStreets] = useState(area.streets.length > 0)
  // What others have said of zones that are not hers stays.
  const others = area.zones.filter((id) => !zones.some((zone) => zone.id === id))
  return (
    <>
      <Chips
        label={words.where}
        isRequired
        count="several"
        choices={zones.map(({ id, name }) => ({ value: id, label: zoneText(name) }))}
        chosen={area.zones}
        fault={area.zones.length === 0 ? words.zoneMissing : undefined}
        onChoose={(chosen) => {
          const own = chosen.map((id) => ZoneId.parse(id))
          onChoose({ zones: [...new Set([...others, ...own])], streets: [] })
        }}
      />
      {asksStreets ? (
        <Opened>
          <StreetChoice area={area} onChoose={(streets) => onChoose({ ...area, streets })} />
        </Opened>
      ) : (
        <button type="button" className="link" onClick={() => setAsksStreets(true)}>
          {words.streets}
        </button>
      )}
    </>
  )
}
