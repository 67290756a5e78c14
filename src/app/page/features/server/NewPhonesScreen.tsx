import { useState } from 'react'
import { Link } from 'react-router'
import type { KeyId } from '#domain/base/ids.ts'
import { server as words } from '#text/nb/screens/server.ts'
import { paths } from '../../paths/paths.ts'
import { rootFragment } from '../../paths/root-fragment.ts'
import { Waiting } from '../../parts/Waiting.tsx'
import { useOpened } from '../../services/use-opened.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { QrCode } from '../../ui/QrCode.tsx'
import { RootCode } from './RootCode.tsx'
import './server.css'

/** What a leader gives a colleague with a new phone, so that it knows the server that it meets. */
export function NewPhonesScreen() {
  const status = useOpened((core) => core.vault.status())

  if (status === undefined) return <Waiting />
  const { server } = status
  return (
    <Screen kind="reading" title={words.newPhones} under={words.newPhonesMeaning}>
      {server === null ? (
        <Notice kind="empty" title={words.notKnown} text={words.notKnownMeaning} />
      ) : (
        <>
          {server.confirmed ? null : (
            <Notice kind="old" title={words.ownNotConfirmed} text={words.ownNotConfirmedMeaning}>
              <Link className="link" to={paths.server.to()}>
                {words.howToConfirm}
              </Link>
            </Notice>
          )}
          <RootCode root={server.root} />
          <p className="field__help">{words.readAloud}</p>
          <EnrolLink root={server.root} />
        </>
      )}
    </Screen>
  )
}

function EnrolLink({ root }: { root: KeyId }) {
  const [outcome, setOutcome] = useState<string | null>(null)
  const link = `${location.origin}${paths.enrol.to()}${rootFragment(root)}`

  async function copy() {
    try {
      await navigator.clipboard.writeText(link)
      setOutcome(words.copied)
    } catch (error) {
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error
      // Browsers refuse the clipboard for reasons of their own; the link can be marked by hand.
      setOutcome(words.copyFailed)
    }
  }

  return (
    <>
      <QrCode text={link} label={words.qr} />
      <GroupHeading text={words.link} />
      <p className="server__link">{link}</p>
      <p className="field__help">{words.linkMeaning}</p>
      <button type="button" className="link" onClick={() => void copy()}>
        {words.copy}
      </button>
      <p role="status">{outcome}</p>
    </>
  )
}
