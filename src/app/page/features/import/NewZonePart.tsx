import { useState } from 'react'
import type { ZonePlacement } from '#domain/roster/zone-placement.ts'
import { importLists as words } from '#text/nb/screens/import.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import type { NewZoneQuestion, Session } from '#app/online/api.ts'
import { Action } from '../../ui/Action.tsx'
import { Chips } from '../../ui/Chips.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { isAccepted, type Answers } from './import-answers.ts'

type NewZonePartProps = {
  question: NewZoneQuestion
  zones: Session['zones']
  answers: Answers
  isBusy: boolean
  onAnswer: (answers: Answers) => void
  onPlace: (placement: ZonePlacement) => void
}

type Choice = 'asListed' | 'named' | 'existing'

/** A zone that the section does not have: taken as it is, put right, or laid under one that it has. */
export function NewZonePart(props: NewZonePartProps) {
  const { question, zones, answers, isBusy, onAnswer, onPlace } = props
  const { zone, people, holders } = question
  const listed = question.listedAs?.[0] ?? zone
  const accepted = isAccepted(zone, answers)
  const [open, setOpen] = useState<Choice | null>(null)
  const [name, setName] = useState(zone ?? '')
  const chosen: Choice | null = open ?? (accepted ? 'asListed' : null)

  function choose(choice: Choice) {
    const others = answers.zones.filter((one) => one !== zone)
    setOpen(choice === 'asListed' ? null : choice)
    onAnswer({ ...answers, zones: choice === 'asListed' ? [...others, zone] : others })
  }

  return (
    <section aria-label={words.newZoneTitle(zoneText(zone))} className="import__question">
      <Chips
        label={words.newZone(zoneText(zone), people)}
        help={holders === undefined ? undefined : words.holders(holders)}
        count="one"
        choices={[
          { value: 'asListed', label: words.zoneChoices.asListed(zoneText(zone)) },
          { value: 'named', label: words.zoneChoices.named },
          ...(zones.length === 0 ? [] : [{ value: 'existing', label: words.zoneChoices.existing }]),
        ]}
        chosen={chosen === null ? [] : [chosen]}
        onChoose={([value]) => {
          if (value === 'asListed' || value === 'named' || value === 'existing') choose(value)
        }}
      />
      {chosen === 'named' ? (
        <>
          <TextField
            label={words.zoneName}
            from={zone ?? ''}
            maxLength={80}
            onType={(text) => setName(text)}
          />
          <Action
            rank="second"
            isDisabled={isBusy || name.trim() === ''}
            onPress={() => onPlace({ listed, place: { kind: 'named', name: name.trim() } })}
          >
            {words.takeName}
          </Action>
        </>
      ) : null}
      {chosen === 'existing' ? (
        <SelectField
          label={words.zoneUnder}
          none={words.chooseZone}
          choices={zones.map((own) => ({ value: own.id, label: zoneText(own.name) }))}
          chosen={null}
          onChoose={(id) => {
            const own = zones.find((one) => one.id === id)
            if (own !== undefined) onPlace({ listed, place: { kind: 'existing', zone: own.id } })
          }}
        />
      ) : null}
    </section>
  )
}
