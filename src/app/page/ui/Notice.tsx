import {
  CheckmarkCircleIcon,
  ClockDashedIcon,
  ExclamationmarkTriangleIcon,
  FileIcon,
  HourglassIcon,
  PadlockLockedIcon,
} from '@navikt/aksel-icons'
import type { ReactNode } from 'react'
import './notice.css'

export type NoticeKind = 'waiting' | 'empty' | 'locked' | 'failed' | 'old' | 'done'

const marks = {
  waiting: HourglassIcon,
  empty: FileIcon,
  locked: PadlockLockedIcon,
  failed: ExclamationmarkTriangleIcon,
  old: ClockDashedIcon,
  done: CheckmarkCircleIcon,
} as const satisfies Record<NoticeKind, unknown>

/** waiting, empty, locked, failed and old are five different things, and each has its own words. */
export function Notice({
  kind,
  title,
  text,
  children,
}: {
  kind: NoticeKind
  title: string
  text?: string
  children?: ReactNode
}) {
  const Mark = marks[kind]
  return (
    <div className={`notice notice--${kind}`} role={kind === 'failed' ? 'alert' : 'status'}>
      <span className="notice__mark">
        <Mark aria-hidden />
      </span>
      <div>
        <p className="notice__title">{title}</p>
        {text === undefined ? null : <p className="notice__text">{text}</p>}
      </div>
      {children}
    </div>
  )
}
