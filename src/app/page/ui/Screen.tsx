import { useEffect, type ReactNode } from 'react'
import './screen.css'

type ScreenProps = {
  title: string
  /** Instead of a title that names a person: the browser writes it into its history, in the clear. */
  titleInHistory?: string
  /** A line above the title, as the place one came from. */
  above?: ReactNode
  /** On the title's line, to the right. */
  beside?: ReactNode
  under?: ReactNode
  /** What stays in the thumb's reach: the one primary action. */
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
  useEffect(() => {
    document.title = `${titleInHistory} – Beredt`
  }, [titleInHistory])

  return (
    <main className={`screen screen--${kind ?? 'ordinary'}`} aria-busy={busy === true}>
      <div className="screen__head">
        {above === undefined ? null : <p className="screen__above">{above}</p>}
        <h1 className="screen__title">{title}</h1>
        {beside === undefined ? null : <div className="screen__beside">{beside}</div>}
        {under === undefined ? null : <div className="screen__under">{under}</div>}
      </div>
      <div className="screen__body">{children}</div>
      {foot === undefined ? null : <div className="screen__foot">{foot}</div>}
    </main>
  )
}
