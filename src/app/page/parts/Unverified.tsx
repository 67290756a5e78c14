import type { ReactNode } from 'react'
import type { Reading } from '#app/bridge/reading.ts'
import './trust-notices.css'

/** Draws a red line beside everything that is shown although it cannot be verified, however far one scrolls. */
export function Unverified({
  reading,
  children,
}: {
  reading: Reading<unknown> | undefined
  children: ReactNode
}) {
  const isMarked = reading?.kind === 'open' && reading.unverified.length > 0
  return isMarked ? <div className="unverified">{children}</div> : children
}
