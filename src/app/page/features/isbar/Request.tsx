import { useState } from 'react'
import { isbar as words } from '#text/nb/screens/incident/isbar.ts'
import { Chips } from '../../ui/Chips.tsx'

const requests = ['move', 'ambulance', 'advice', 'doctor'] as const

/** What she asks for: she chooses, and reads it aloud. */
export function Request() {
  const [request, setRequest] = useState<(typeof requests)[number] | null>(null)
  return (
    <section className="isbar" aria-label={words.parts.request}>
      <h2>{words.parts.request}</h2>
      <Chips
        label={words.ask}
        count="one"
        choices={requests.map((one) => ({ value: one, label: words.requests[one] }))}
        chosen={request === null ? [] : [request]}
        onChoose={([chosen]) => setRequest(requests.find((one) => one === chosen) ?? null)}
      />
      {request === null ? null : <p>{words.requested(words.requests[request])}</p>}
      <p>{words.repeat}</p>
    </section>
  )
}
