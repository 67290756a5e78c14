import { Fragment, type ReactNode } from 'react'
import './facts.css'

export type Fact = { label: string; value: ReactNode }

/** Labels to the left and their values to the right, aligned down the screen. */
export function Facts({
  facts,
  layout,
}: {
  facts: readonly Fact[]
  layout?: 'beside' | 'stacked'
}) {
  return (
    <dl className={`facts facts--${layout ?? 'beside'}`}>
      {facts.map(({ label, value }, index) => (
        <Fragment key={`${label}-${index}`}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
