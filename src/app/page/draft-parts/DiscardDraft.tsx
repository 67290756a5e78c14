import { useState } from 'react'
import { forms as words } from '#text/nb/screens/forms.ts'
import { Action } from '../ui/Action.tsx'
import { Opened } from '../ui/focus/Opened.tsx'

/** Throws a draft away when the employee has said so twice: it is on this phone alone, and cannot be had back. */
export function DiscardDraft({ onDiscard }: { onDiscard: () => void }) {
  const [isAsking, setAsking] = useState(false)
  if (!isAsking) {
    return (
      <p>
        <button type="button" className="link" onClick={() => setAsking(true)}>
          {words.discard}
        </button>
      </p>
    )
  }
  return (
    <Opened question={words.discardSure} className="stack">
      <p>{words.discardSure}</p>
      <Action rank="second" onPress={onDiscard}>
        {words.discard}
      </Action>
      <Action rank="second" onPress={() => setAsking(false)}>
        {words.keep}
      </Action>
    </Opened>
  )
}
