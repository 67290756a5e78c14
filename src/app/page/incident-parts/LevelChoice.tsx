import { IncidentLevel } from '#domain/incidents/coordination-fact.ts'
import { whatFails as words } from '#text/nb/screens/incident/what-fails.ts'
import { levelText } from '#text/nb/words/incident/coordination-fact.ts'
import { Chips } from '../ui/Chips.tsx'

type LevelChoiceProps = { level: IncidentLevel; onChoose: (level: IncidentLevel) => void }

const levels = [1, 2, 3] as const

export function LevelChoice({ level, onChoose }: LevelChoiceProps) {
  return (
    <Chips
      label={words.level}
      count="one"
      choices={levels.map((one) => ({ value: String(one), label: levelText[one] }))}
      chosen={[String(level)]}
      onChoose={([chosen]) => onChoose(IncidentLevel.parse(Number(chosen)))}
    />
  )
}
