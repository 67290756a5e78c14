import { importLists as words } from '#text/nb/screens/import.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import type { ImportPreview } from '#app/online/api.ts'
import { Chips } from '../../ui/Chips.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'

type ImportQuestionsProps = {
  questions: ImportPreview['questions']
  accepted: readonly string[]
  onAccept: (accepted: string[]) => void
}

/** Questions to confirm, so that an incomplete list deletes nobody and a typing error makes no zone. */
export function ImportQuestions({ questions, accepted, onAccept }: ImportQuestionsProps) {
  const { newZones, shrink } = questions
  if (newZones.length === 0 && shrink.length === 0) return null
  const zones = newZones.map(({ zone, people }) => words.newZone(zoneText(zone), people)).join('; ')
  const gone = shrink.reduce((sum, row) => sum + row.gone, 0)
  const isAccepted = (name: string) => accepted.filter((value) => value === name)
  const set = (name: string, chosen: readonly string[]) =>
    onAccept([...accepted.filter((value) => value !== name), ...chosen])
  return (
    <>
      <GroupHeading text={words.questions} />
      {newZones.length === 0 ? null : (
        <Chips
          label={words.newZones(zones)}
          count="several"
          choices={[
            {
              value: 'zones',
              label: words.acceptZones(newZones.map(({ zone }) => zoneText(zone)).join(', ')),
            },
          ]}
          chosen={isAccepted('zones')}
          onChoose={(chosen) => set('zones', chosen)}
        />
      )}
      {shrink.length === 0 ? null : (
        <Chips
          label={shrink
            .map(({ zone, gone: out, before }) => words.shrink(out, before, zoneText(zone)))
            .join(' ')}
          count="several"
          choices={[{ value: 'shrink', label: words.acceptShrink(gone) }]}
          chosen={isAccepted('shrink')}
          onChoose={(chosen) => set('shrink', chosen)}
        />
      )}
    </>
  )
}
