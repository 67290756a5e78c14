import { type ComponentProps, useEffect } from 'react'
import type { KeptText } from '../services/use-kept-text.ts'
import { TextField } from '../ui/TextField.tsx'

type KeptTextFieldProps = Omit<ComponentProps<typeof TextField>, 'onType'> & {
  keeping: KeptText
  /** Called with what is typed, and with what stood there before the lock. */
  onType: (text: string) => void
}

/** A field that a lock does not empty. */
export function KeptTextField({ keeping, from, onType, ...field }: KeptTextFieldProps) {
  const { kept } = keeping
  useEffect(() => {
    if (kept === undefined || kept === null) return
    keeping.onType(kept)
    onType(kept)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- What was kept is told once; handlers are made anew with each letter.
  }, [kept])
  return (
    <TextField
      // The field keeps what is typed itself, so that what was kept needs a new one.
      key={kept ?? ''}
      {...field}
      from={kept ?? from ?? ''}
      onType={(text) => {
        keeping.onType(text)
        onType(text)
      }}
    />
  )
}
