import { useState } from 'react'
import type { IncidentId, ZoneId } from '#domain/base/ids.ts'
import type { FactRefusal } from '#app/bridge/fact-writer.ts'
import { useServices } from '../../services/services.ts'

type Place = { zone: ZoneId; street: string; number: string | null }

/** Says whether a street or a building has power. */
export function useSayingOfPlace(incident: IncidentId) {
  const { device } = useServices()
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<FactRefusal | null>(null)

  async function say({ zone, street, number }: Place, power: 'back' | 'lost'): Promise<void> {
    setBusy(true)
    const said = await device.core().facts.sayOfPerson({
      incident,
      zone,
      body: { kind: 'placePower', street, number, hasPower: power === 'back' },
      at: null,
    })
    setBusy(false)
    setRefusal(said.ok ? null : said.refusal)
  }

  return { say, isBusy, refusal }
}
