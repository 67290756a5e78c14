import { useState, useSyncExternalStore } from 'react'
import { shell } from '#text/nb/screens/shell.ts'
import type { SyncStatus } from '#app/bridge/sync-status.ts'
import { useServices } from '../services/services.ts'
import './shell.css'

const words = shell.network

/** Says on every screen that app and server do not understand each other, and what to do. It renders nothing otherwise. */
export function ProtocolLine({ otherProtocol }: Pick<SyncStatus, 'otherProtocol'>) {
  if (otherProtocol === null) return null
  const isAppOlder = otherProtocol === 'serverNewer'
  return (
    <div className="line line--offline" role="status">
      <strong>{isAppOlder ? words.serverNewer : words.serverOlder}</strong>
      <span>{isAppOlder ? words.serverNewerMeaning : words.serverOlderMeaning}</span>
      {isAppOlder ? <UpdateOffer /> : null}
    </div>
  )
}

function UpdateOffer() {
  const { updates } = useServices()
  const isReady = useSyncExternalStore(updates.subscribe, updates.isReady)
  const [looked, setLooked] = useState<'no' | 'looking' | 'yes'>('no')

  async function look() {
    setLooked('looking')
    await updates.look()
    setLooked('yes')
  }

  if (isReady) {
    return (
      <button type="button" className="link" onClick={() => updates.take()}>
        {shell.takeUpdate}
      </button>
    )
  }
  return (
    <>
      {looked === 'yes' ? <span>{words.noUpdateYet}</span> : null}
      <button
        type="button"
        className="link"
        disabled={looked === 'looking'}
        onClick={() => void look()}
      >
        {looked === 'looking' ? words.lookingForUpdate : words.lookForUpdate}
      </button>
    </>
  )
}
