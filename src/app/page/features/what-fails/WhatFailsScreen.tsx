import { useState } from 'react'
import { Link } from 'react-router'
import { findSimilarIncident } from '#domain/incidents/similar-incident.ts'
import { whatFails as words } from '#text/nb/screens/incident/what-fails.ts'
import { paths } from '../../paths/paths.ts'
import { useUnlocked } from '../../services/unlocked.ts'
import { useIncidents } from '../../services/use-incidents.ts'
import { Screen } from '../../ui/Screen.tsx'
import { AreaChoice } from '../../incident-parts/AreaChoice.tsx'
import { BeginChoice } from './BeginChoice.tsx'
import { LevelChoice } from '../../incident-parts/LevelChoice.tsx'
import { ReadOnly } from './ReadOnly.tsx'
import { SimilarOffer } from './SimilarOffer.tsx'
import { StartFoot } from './StartFoot.tsx'
import type { StartPlan } from './start-plan.ts'
import { SymptomQuestions } from '../../incident-parts/SymptomQuestions.tsx'
import { SymptomTiles } from '../../incident-parts/SymptomTiles.tsx'
import { useStart } from './use-start.ts'
import { useFocusAtFault } from '../../ui/focus/use-focus-at-fault.ts'
import { Opened } from '../../ui/focus/Opened.tsx'
import './what-fails.css'

/** Two taps start an incident. Nothing but the symptom is asked, and not even that: the rest has defaults. */
export function WhatFailsScreen() {
  const { profile } = useUnlocked()
  const zones = profile.zones.map(({ id }) => id)
  const [plan, setPlan] = useState<StartPlan>({
    symptoms: [],
    answers: {},
    begins: { kind: 'ago', minutes: 0 },
    area: { zones, streets: [] },
    level: 1,
  })
  const [showsDetails, setShowsDetails] = useState(false)
  const { all, running, now } = useIncidents()
  const starting = useStart(plan)
  const { attempted } = useFocusAtFault()
  const similar = findSimilarIncident(all, { zones: plan.area.zones, now })

  function change(part: Partial<StartPlan>): void {
    setPlan((before) => ({ ...before, ...part }))
  }

  return (
    <Screen
      title={words.title}
      beside={
        <Link className="link" to={paths.now.to()}>
          {words.cancel}
        </Link>
      }
      foot={
        <StartFoot
          plan={plan}
          similar={similar}
          starting={{
            ...starting,
            start: (others) => {
              attempted()
              return starting.start(others)
            },
          }}
          others={running.length === 0 ? 'none' : 'some'}
          now={now}
          details={{ isShown: showsDetails, toggle: () => setShowsDetails(!showsDetails) }}
        />
      }
    >
      {similar === null ? null : <SimilarOffer incident={similar} now={now} />}
      {showsDetails ? (
        <Opened>
          <BeginChoice
            begins={plan.begins}
            fault={starting.timeFault}
            onChoose={(begins) => change({ begins })}
          />
          <AreaChoice area={plan.area} onChoose={(area) => change({ area })} />
          <LevelChoice level={plan.level} onChoose={(level) => change({ level })} />
          <SymptomQuestions
            symptoms={plan.symptoms}
            answers={plan.answers}
            guides={starting.guides}
            onAnswer={(symptom, answer) =>
              change({ answers: { ...plan.answers, [symptom]: answer } })
            }
          />
        </Opened>
      ) : (
        <>
          <SymptomTiles chosen={plan.symptoms} onChoose={(symptoms) => change({ symptoms })} />
          <ReadOnly codes={starting.cards} />
        </>
      )}
    </Screen>
  )
}
