import { useState } from 'react'
import { CheckmarkCircleIcon, ExclamationmarkTriangleIcon } from '@navikt/aksel-icons'
import { type Instant, localClock } from '#domain/time/instant.ts'
import { forms as words } from '#text/nb/screens/forms.ts'
import { clockWithSeconds } from '#text/nb/words/time.ts'
import type { SaveState } from './draft-saving.ts'
import './saved.css'

type SavedLineProps = { save: SaveState; savedAt: Instant | null }

/** Says when the newest text was stored, and only if it was. */
export function SavedLine({ save, savedAt }: SavedLineProps) {
  const at = save.kind === 'saved' ? save.at : save.kind === 'untouched' ? savedAt : null
  // While the next letters are stored the last minute stands, or the same words would be read out after each of them.
  const [spoken, setSpoken] = useState('')
  const next = at === null ? spoken : words.savedSpoken(localClock(at).at)
  if (next !== spoken) setSpoken(next)
  if (save.kind === 'failed') {
    return (
      <div className="saved saved--failed" role="alert">
        <ExclamationmarkTriangleIcon aria-hidden fontSize="1.5rem" />
        <span>
          <strong>{words.saveFailed}</strong>{' '}
          {save.isLost ? words.saveLostText : words.saveFailedText}
        </span>
      </div>
    )
  }
  return (
    <>
      {/* Read out once a minute at most, though the line itself counts seconds. */}
      <p className="visually-hidden" role="status">
        {spoken}
      </p>
      <p className="saved">
        {at === null ? null : <CheckmarkCircleIcon aria-hidden fontSize="1.2rem" />}
        {at !== null
          ? words.savedAt(clockWithSeconds(at))
          : save.kind === 'saving'
            ? words.saving
            : words.notYetTyped}
      </p>
    </>
  )
}
