import { useRef, useState } from 'react'
import type { Instant } from '#domain/time/instant.ts'
import { parseWrittenMoment } from '#domain/time/written-moment.ts'
import { changeIncident as words } from '#text/nb/screens/incident/change-incident.ts'
import { whatFails } from '#text/nb/screens/incident/what-fails.ts'
import { dayAndMomentWords } from '#text/nb/words/time.ts'
import { KeptTextField } from '../../parts/KeptTextField.tsx'
import { useKeptText } from '../../services/use-kept-text.ts'

type WrittenTimeProps = {
  /** Names the field, so that what is typed is kept over a lock. */
  place: string
  label: string
  help: string
  from: Instant | null
  now: Instant
  /** Null for an empty field. */
  onStore: (moment: Instant | null) => void
}

/** A moment as people write it, stored by its own button. */
export function WrittenTime({ place, label, help, from, now, onStore }: WrittenTimeProps) {
  const keeping = useKeptText(place)
  const [initial] = useState(from === null ? '' : dayAndMomentWords(from, now))
  const typed = useRef(initial)
  const [isUnreadable, setUnreadable] = useState(false)

  function store(): void {
    const text = typed.current.trim()
    const moment = text === '' ? null : parseWrittenMoment(text, now)
    setUnreadable(text !== '' && moment === null)
    if (text !== '' && moment === null) return
    onStore(moment)
    void keeping.forget()
  }

  return (
    <KeptTextField
      keeping={keeping}
      label={label}
      help={help}
      from={initial}
      fault={isUnreadable ? whatFails.unreadableTime : undefined}
      onType={(text) => {
        typed.current = text
      }}
      beside={
        <button type="button" className="field__now" onClick={store}>
          {words.store}
        </button>
      }
    />
  )
}
