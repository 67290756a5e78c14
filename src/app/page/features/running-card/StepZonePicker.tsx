import { ZoneId } from '#domain/base/ids.ts'
import { runningCard as words } from '#text/nb/screens/incident/running-card.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import type { StepZone } from './use-step-zone.ts'
import '../../ui/zone-picker.css'

type StepZonePickerProps = Pick<StepZone, 'zone' | 'choices'> & {
  onChoose: (zone: ZoneId | undefined) => void
}

/** Whose steps these are. Nothing to choose for an employee of one zone. */
export function StepZonePicker({ zone, choices, onChoose }: StepZonePickerProps) {
  if (choices.length < 2) return null
  return (
    <select
      className="zone-picker"
      aria-label={words.zone}
      value={zone ?? ''}
      onChange={({ target }) =>
        onChoose(target.value === '' ? undefined : ZoneId.parse(target.value))
      }
    >
      <option value="">{words.allZones}</option>
      {choices.map(({ id, name }) => (
        <option key={id} value={id}>
          {zoneText(name)}
        </option>
      ))}
    </select>
  )
}
