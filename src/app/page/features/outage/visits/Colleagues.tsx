import { useState } from 'react'
import type { ZoneId } from '#domain/base/ids.ts'
import { foldText } from '#domain/base/folded-text.ts'
import { shell } from '#text/nb/screens/shell.ts'
import { visits as words } from '#text/nb/screens/people/visits.ts'
import type { Colleague } from '#app/bridge/device-queries.ts'
import { useUnlocked } from '../../../services/unlocked.ts'
import { useOpened } from '../../../services/use-opened.ts'
import { Action } from '../../../ui/Action.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextField } from '../../../ui/TextField.tsx'

/** More than these are looked for by name. */
const atOnce = 8

type ColleaguesProps = { zone: ZoneId; onChoose: (colleague: Colleague) => void }

/** The zone's other employees by name, each a press. */
export function Colleagues({ zone, onChoose }: ColleaguesProps) {
  const [sought, setSought] = useState('')
  const { employeeId } = useUnlocked()
  const reading = useOpened((core) => core.queries.colleagues(zone), [zone])
  if (reading === undefined) return <Notice kind="waiting" title={shell.waiting} />
  const known = reading.kind === 'open' ? reading.value : []
  const colleagues = known.filter((one) => one.employeeId !== employeeId)
  const found = colleagues.filter(({ name }) => foldText(name).includes(foldText(sought.trim())))
  return (
    <>
      <p className="field__help">
        {colleagues.length === 0 ? words.noColleagues : words.stillYours}
      </p>
      {colleagues.length > atOnce ? (
        <TextField label={words.findColleague} kind="search" onType={setSought} />
      ) : null}
      <div className="stack visits__colleagues">
        {found.map((colleague) => (
          <Action key={colleague.employeeId} rank="second" onPress={() => onChoose(colleague)}>
            <span>
              {colleague.name} {colleague.title === null ? null : <small>{colleague.title}</small>}
            </span>
          </Action>
        ))}
      </div>
      {colleagues.length > 0 && found.length === 0 ? (
        <p role="status">{words.noSuchColleague}</p>
      ) : null}
    </>
  )
}
