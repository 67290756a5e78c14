import type { ReactNode } from 'react'
import { shell } from '#text/nb/screens/shell.ts'
import { isWhole, type Reading } from '#app/bridge/reading.ts'
import { Notice } from '../ui/Notice.tsx'
import { Lacking } from './Lacking.tsx'
import { Unverified } from './Unverified.tsx'

type OpenReadingProps<Value> = {
  /** Undefined while it is being read. */
  reading: Reading<Value> | undefined
  /** What to say when it was never fetched to this device. */
  none: { title: string; text: string }
  children: (value: Value, about: { isWhole: boolean }) => ReactNode
}

/**
 * Waiting, locked, never fetched, fetched in part, damaged, too new for this app, not to be verified and open:
 * each has its own words, and none looks like an empty list.
 */
export function OpenReading<Value>({ reading, none, children }: OpenReadingProps<Value>) {
  if (reading === undefined) {
    return <Notice kind="waiting" title={shell.waiting} text={shell.waitingMeaning} />
  }
  switch (reading.kind) {
    case 'locked':
      return <Notice kind="locked" title={shell.locked} text={shell.lockedMeaning} />
    case 'none':
      return <Notice kind="empty" title={none.title} text={none.text} />
    case 'open':
      return (
        <>
          <Lacking reading={reading} />
          <Unverified reading={reading}>
            {children(reading.value, { isWhole: isWhole(reading) })}
          </Unverified>
        </>
      )
  }
}
