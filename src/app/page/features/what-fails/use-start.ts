import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Incident } from '#domain/incidents/incident.ts'
import { cardsInUse, startOfIncident } from '#domain/incidents/start-of-incident.ts'
import type { FactRefusal } from '#app/bridge/fact-writer.ts'
import { paths } from '../../paths/paths.ts'
import { useServices } from '../../services/services.ts'
import { useHeldCards } from '../../services/use-held-cards.ts'
import { useSaying } from '../../services/use-saying.ts'
import { useKeptText } from '../../services/use-kept-text.ts'
import { plannedTimes, type StartPlan, startPlaces, type TimeFault } from './start-plan.ts'

/** Starts what is planned, or adds it to what somebody has reported already; afterwards the front page shows it. */
export function useStart(plan: StartPlan) {
  const { device } = useServices()
  const navigate = useNavigate()
  const held = useHeldCards()
  const saying = useSaying()
  const keptTimes = [useKeptText(startPlaces.start), useKeptText(startPlaces.end)]
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<FactRefusal | null>(null)
  const [timeFault, setTimeFault] = useState<TimeFault | null>(null)

  /** `others` is whether something else runs already, which the front page may then show first. */
  async function start(others: 'none' | 'some'): Promise<void> {
    setBusy(true)
    setRefusal(null)
    const core = device.core()
    const now = await core.incidents.now()
    const times = plannedTimes(plan.begins, now)
    setTimeFault(times.ok ? null : times.refusal)
    if (!times.ok) return setBusy(false)
    const { area, level } = plan
    const body = startOfIncident(
      { symptoms: [...plan.symptoms], area, level, ...times.value },
      plan.answers,
      held,
    )
    const started = await core.facts.start(body, null)
    setBusy(false)
    if (!started.ok) return setRefusal(started.refusal)
    const isFirst = others === 'none' && times.value.startsAt <= now
    await navigate(isFirst ? paths.now.to() : paths.incident.to({ incident: started.value }), {
      replace: true,
    })
    for (const time of keptTimes) await time.forget()
  }

  async function join(incident: Incident): Promise<void> {
    const symptoms = [...new Set([...incident.symptoms, ...plan.symptoms])]
    if (symptoms.length > incident.symptoms.length) {
      const isSaid = await saying.say(
        incident.id,
        { kind: 'corrected', to: { part: 'symptoms', value: symptoms } },
        {
          kind: 'corrected',
          to: { part: 'cards', value: cardsInUse(symptoms, plan.answers, held) },
        },
      )
      if (!isSaid) return
    }
    await navigate(paths.incident.to({ incident: incident.id }), { replace: true })
  }

  return {
    guides: held.guides,
    /** The cards that would be in use. */
    cards: cardsInUse(plan.symptoms, plan.answers, held).map(({ code }) => code),
    isBusy: isBusy || saying.isBusy,
    refusal: refusal ?? saying.refusal,
    timeFault,
    start,
    join,
  }
}
