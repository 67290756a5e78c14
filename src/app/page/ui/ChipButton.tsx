import type { ReactNode } from 'react'
import './field.css'

/** A round button that looks as a chip and does something at once. */
export function ChipButton({ onPress, children }: { onPress: () => void; children: ReactNode }) {
  return (
    <button type="button" className="chip-button" onClick={onPress}>
      {children}
    </button>
  )
}
