import { type ReactNode, useEffect, useRef } from 'react'
import './opened.css'

type OpenedProps = {
  /** Set for a question that must be answered before she goes on. */
  question?: string
  className?: string
  children: ReactNode
}

/**
 * What a press has opened, usually in the place of the button that was pressed. Focus goes to its first field, or to
 * itself: it would be lost with the button, and a screen reader would begin at the top.
 */
export function Opened({ question, className, children }: OpenedProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const field = place.current?.querySelector<HTMLElement>('input, select, textarea')
    const isReached = place.current?.contains(document.activeElement) === true
    if (!isReached) (field ?? place.current)?.focus()
  }, [])
  return (
    <div
      ref={place}
      tabIndex={-1}
      className={['opened', className].filter(Boolean).join(' ')}
      {...(question === undefined ? {} : { role: 'alertdialog', 'aria-label': question })}
    >
      {children}
    </div>
  )
}
