import { shell } from '#text/nb/screens/shell.ts'
import { Notice } from '../ui/Notice.tsx'
import './shell.css'

/** Warns that three attempts in a row to reach the database failed: what is typed now may be lost. */
export function StorageNotice() {
  return (
    <div className="frame-notice">
      <Notice kind="failed" title={shell.storageFailing} text={shell.storageFailingMeaning} />
    </div>
  )
}
