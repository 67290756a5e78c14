import type { ReactNode } from 'react'
import './rows.css'

export function GroupHeading({ text, beside }: { text: string; beside?: ReactNode }) {
  return (
    <div className="group-heading">
      <h2>{text}</h2>
      {beside === undefined ? null : <div className="group-heading__beside">{beside}</div>}
    </div>
  )
}
