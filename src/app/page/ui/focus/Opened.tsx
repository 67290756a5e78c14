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
 * itself: it would be lost with the button, and a screen reader would begin at the top. When it is closed, focus goes to
 * what has taken its place, which is the button again.
 */
export function Opened({ question, className, children }: OpenedProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const field = place.current?.querySelector<HTMLElement>('input, select, textarea')
    const isReached = place.current?.contains(document.activeElement) === true
    if (!isReached) (field ?? place.current)?.focus()
    const around = place.current?.parentElement ?? null
    const at = [...(around?.children ?? [])].findIndex((one) => one === place.current)
    return () => queueMicrotask(() => focusInstead(around, at))
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

/** Unless focus is somewhere already, or the screen itself is gone. */
function focusInstead(around: Element | null, at: number): void {
  if (document.activeElement !== document.body || around?.isConnected !== true) return
  const instead = around.children[at]
  const press = instead?.matches('button, a') ? instead : instead?.querySelector('button, a[href]')
  if (press instanceof HTMLElement) press.focus()
}
