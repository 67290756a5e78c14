import { lists } from '#text/nb/screens/lists.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import type { ZoneChoiceState } from '../services/zone-choice.ts'
import '../ui/zone-picker.css'

/** Lets an employee choose a zone. It renders nothing for an employee with one zone. */
export function ZonePicker({ choice }: { choice: ZoneChoiceState }) {
  const [only, second] = choice.zones
  if (second === undefined) return <span>{only === undefined ? null : zoneText(only.name)}</span>
  return (
    <select
      className="zone-picker"
      aria-label={lists.zone}
      value={choice.zone ?? ''}
      onChange={({ target }) =>
        choice.choose(choice.zones.find(({ id }) => id === target.value)?.id ?? null)
      }
    >
      <option value="">{lists.allZones}</option>
      {choice.zones.map(({ id, name }) => (
        <option key={id} value={id}>
          {zoneText(name)}
        </option>
      ))}
    </select>
  )
}
