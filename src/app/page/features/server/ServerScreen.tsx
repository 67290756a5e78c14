import { useLocation } from 'react-router'
import { server as words } from '#text/nb/screens/server.ts'
import { paths } from '../../paths/paths.ts'
import { keptFragment } from '../../paths/root-fragment.ts'
import { Waiting } from '../../parts/Waiting.tsx'
import { useDevice, useOpened } from '../../services/use-opened.ts'
import { Action } from '../../ui/Action.tsx'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { ConfirmServer } from './ConfirmServer.tsx'
import { RootCode } from './RootCode.tsx'
import './server.css'

/** What the phone knows of the server, how it is confirmed, and what to do when somebody else answers. */
export function ServerScreen() {
  const { sync } = useDevice()
  const { hash } = useLocation()
  const status = useOpened((core) => core.vault.status())

  if (status === undefined) return <Waiting />
  const { server } = status
  return (
    <Screen
      kind="reading"
      title={words.title}
      {...(sync.server === 'unvouched'
        ? {
            foot: (
              <Action rank="second" to={`${paths.enrolAgain.to()}${keptFragment(hash)}`}>
                {words.again}
              </Action>
            ),
          }
        : {})}
    >
      {sync.server === 'unvouched' ? (
        // The red line on top says what is wrong.
        <>
          <GroupHeading text={words.stepsLabel} />
          <ol className="server__steps" aria-label={words.stepsLabel}>
            {words.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <p className="field__help">{words.againMeaning}</p>
        </>
      ) : server === null ? (
        <Notice kind="empty" title={words.notKnown} text={words.notKnownMeaning} />
      ) : server.confirmed ? (
        <Notice kind="done" title={words.confirmed} text={words.confirmedMeaning} />
      ) : (
        <>
          <Notice kind="old" title={words.unconfirmed} text={words.unconfirmedMeaning} />
          <ConfirmServer root={server.root} />
        </>
      )}
      {server === null ? null : (
        <>
          <GroupHeading text={words.codeHere} />
          <RootCode root={server.root} />
        </>
      )}
    </Screen>
  )
}
