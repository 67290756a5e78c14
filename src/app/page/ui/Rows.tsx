import type { ReactNode } from 'react'
import { Link } from 'react-router'
import './rows.css'

export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className="rows" aria-label={label}>
      {children}
    </ul>
  )
}

export type RowTime = {
  clock: string
  distance?: string | undefined
  near?: boolean
  /** The distance is longer in words than the column is wide. */
  past?: boolean
}

type RowProps = {
  /** Where the whole row leads; a row without it is only read. */
  to?: string
  name: ReactNode
  facts?: readonly ReactNode[]
  /** The line that must not be missed. */
  strong?: ReactNode
  time?: RowTime
  aside?: ReactNode
  /** Under the row's own text, with a press of its own. */
  below?: ReactNode
  tone?: 'ordinary' | 'harm'
}

/** A row with time, name, facts, and an action to the right. */
export function Row({ to, name, facts, strong, time, aside, below, tone }: RowProps) {
  const body = (
    <>
      <span className="row__name">{name}</span>
      {facts?.map((fact, index) => (
        <span key={index} className="row__facts">
          {fact}
        </span>
      ))}
      {strong === undefined ? null : <span className="row__strong">{strong}</span>}
    </>
  )
  return (
    <li className={`row row--${tone ?? 'ordinary'}`}>
      {time === undefined ? null : (
        <div className="row__time">
          <span className={`row__clock ${time.near === true ? 'row__clock--near' : ''}`}>
            {time.clock}
          </span>
          {time.distance === undefined ? null : (
            <span
              className={time.past === true ? 'row__distance row__distance--past' : 'row__distance'}
            >
              {time.distance}
            </span>
          )}
        </div>
      )}
      {to === undefined ? (
        <div className="row__main">{body}</div>
      ) : (
        <Link className="row__main" to={to}>
          {body}
        </Link>
      )}
      {aside === undefined ? null : <div className="row__aside">{aside}</div>}
      {below === undefined ? null : <div className="row__below">{below}</div>}
    </li>
  )
}
