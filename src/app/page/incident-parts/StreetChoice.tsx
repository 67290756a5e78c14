import type { IncidentArea } from '#domain/incidents/coordination-fact.ts'
import { whatFails as words } from '#text/nb/screens/incident/what-fails.ts'
import { useOpened } from '../services/use-opened.ts'
import { Chips } from '../ui/Chips.tsx'

type StreetChoiceProps = { area: IncidentArea; onChoose: (streets: string[]) => void }

/** The streets where somebody lives, to choose from: nothing is to be typed in the dark. */
export function StreetChoice({ area, onChoose }: StreetChoiceProps) {
  const reading = useOpened((core) => core.incidents.streets(area.zones, null), [area.zones.join()])
  if (reading === undefined) return null
  const known = reading.kind === 'open' ? reading.value.map(({ street }) => street) : []
  const streets = [...new Set([...known, ...area.streets])]
  if (streets.length === 0) return <p className="field__help">{words.noStreets}</p>
  return (
    <Chips
      label={words.chooseStreets}
      count="several"
      choices={streets.map((street) => ({ value: street, label: street }))}
      chosen={area.streets}
      onChoose={onChoose}
    />
  )
}
