import { useEffect, useState } from 'react'
import { runningCard as words } from '#text/nb/screens/incident/running-card.ts'
import { useServices } from '../../services/services.ts'
import { TextField } from '../../ui/TextField.tsx'

const maxLength = 300

/** A word why a step failed. It is stored when she leaves the field, and before the phone locks. */
export function WhyFailed({ onStore }: { onStore: (word: string) => Promise<boolean> }) {
  const { device } = useServices()
  const [word, setWord] = useState('')
  const [stored, setStored] = useState('')

  async function store(): Promise<void> {
    const text = word.trim()
    if (text === stored) return
    setStored(text)
    const isStored = await onStore(text)
    // The same text is tried again after a refusal.
    if (!isStored) setStored('')
  }

  // Registered anew with each letter: what is stored is what stands in the field.
  useEffect(() => device.beforeLock(store))

  return (
    <TextField
      label={words.why}
      help={words.whyHelp}
      maxLength={maxLength}
      onType={setWord}
      onLeave={() => void store()}
      beside={
        <button type="button" className="field__now" onClick={() => void store()}>
          {words.storeWhy}
        </button>
      }
    />
  )
}
