import { useEffect, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import './screen.css'
import { useFocusAt } from './focus/use-focus-at.ts'

type ScreenProps = {
  title: string
  /** Replaces a title that names a person, because the browser stores titles in its history as plain text. */
  titleInHistory?: string
  /** A line above the title, such as a link back. */
  above?: ReactNode
  /** On the title's line, to the right. */
  beside?: ReactNode
  under?: ReactNode
  /** The primary action, which stays at the bottom within reach of the thumb. */
  foot?: ReactNode
  /** plain: without the menu around it. reading: text that is not to be wider than one can read. */
  kind?: 'ordinary' | 'plain' | 'reading'
  busy?: boolean
  children: ReactNode
}

export function Screen({
  title,
  titleInHistory = title,
  above,
  beside,
  under,
  foot,
  kind,
  busy,
  children,
}: ScreenProps) {
  const heading = useFocusAt(useLocation().pathname)
  useEffect(() => {
    document.title = `${titleInHistory} – Beredt`
  }, [titleInHistory])

  return (
    <main className={`screen screen--${kind ?? 'ordinary'}`} aria-busy={busy === true}>
      <div className="screen__head">
        {above === undefined ? null : <div className="screen__above">{above}</div>}
        <h1 ref={heading} tabIndex={-1} className="screen__title">
          {title}
        </h1>
        {beside === undefined ? null : <div className="screen__beside">{beside}</div>}
        {under === undefined ? null : <div className="screen__under">{under}</div>}
      </div>
      <div className="screen__body">{children}</div>
      {foot === undefined ? null : <div className="screen__foot">{foot}</div>}
    </main>
  )
}
