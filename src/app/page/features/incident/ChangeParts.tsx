import { useState } from 'react'
import { Link } from 'react-router'
import {
  cardsToOpen,
  type Symptom,
  type SymptomAnswers,
  type SymptomGuide,
} from '#domain/cards/symptom.ts'
import type { IncidentPart } from '#domain/incidents/coordination-fact.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import { cardsInUse } from '#domain/incidents/start-of-incident.ts'
import type { Instant } from '#domain/time/instant.ts'
import { changeIncident as words } from '#text/nb/screens/incident/change-incident.ts'
import { paths } from '../../paths/paths.ts'
import { lackOf } from '../../paths/place-needs.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { useHeldCards } from '../../services/use-held-cards.ts'
import type { Saying } from '../../services/use-saying.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { AreaChoice } from '../../incident-parts/AreaChoice.tsx'
import { ChangeTimes } from './ChangeTimes.tsx'
import { LevelChoice } from '../../incident-parts/LevelChoice.tsx'
import { SymptomQuestions } from '../../incident-parts/SymptomQuestions.tsx'
import { SymptomTiles } from '../../incident-parts/SymptomTiles.tsx'

type ChangePartsProps = { incident: Incident; now: Instant; saying: Saying }

export function ChangeParts({ incident, now, saying }: ChangePartsProps) {
  const { role } = useUnlocked().profile
  const held = useHeldCards()
  const [answers, setAnswers] = useState<SymptomAnswers>({})
  const { symptoms } = incident

  function correct(to: IncidentPart, ...more: readonly IncidentPart[]): void {
    const bodies = more.map((part) => ({ kind: 'corrected', to: part }) as const)
    void saying.say(incident.id, { kind: 'corrected', to }, ...bodies)
  }

  function answer(symptom: Symptom, id: string): void {
    const all = { ...answers, [symptom]: id }
    setAnswers(all)
    correct({ part: 'cards', value: cardsInUse(symptoms, all, held) })
  }

  return (
    <>
      <GroupHeading text={words.what} />
      <SymptomTiles
        chosen={symptoms}
        onChoose={(value) =>
          correct(
            { part: 'symptoms', value },
            { part: 'cards', value: cardsInUse(value, answers, held) },
          )
        }
      />
      <SymptomQuestions
        symptoms={symptoms}
        answers={{ ...answersOf(incident, held.guides), ...answers }}
        guides={held.guides}
        onAnswer={answer}
      />
      <ChangeTimes incident={incident} now={now} onCorrect={correct} />
      <AreaChoice
        area={incident.area}
        onChoose={(value) => {
          if (value.zones.length > 0) correct({ part: 'area', value })
        }}
      />
      <LevelChoice level={incident.level} onChoose={(value) => correct({ part: 'level', value })} />
      {symptoms.includes('power') && lackOf(role, 'powerPlaces') === null ? (
        <>
          <GroupHeading text={words.power} />
          <p className="field__help">{words.powerText}</p>
          <Link className="link" to={paths.powerPlaces.to({ incident: incident.id })}>
            {words.toPower}
          </Link>
        </>
      ) : null}
    </>
  )
}

/** The answers that lead to exactly the cards in use; a question with no such answer is not answered. */
function answersOf({ symptoms, cards }: Incident, guides: readonly SymptomGuide[]): SymptomAnswers {
  const inUse = cards.map(({ code }) => code).join()
  return Object.fromEntries(
    guides.flatMap(({ symptom, question }) => {
      const fitting = question?.answers.find(
        ({ id }) => cardsToOpen(symptoms, { [symptom]: id }, guides).join() === inUse,
      )
      return fitting === undefined ? [] : [[symptom, fitting.id]]
    }),
  )
}
