import { useSyncExternalStore } from 'react'
import { Outlet } from 'react-router'
import { useServices } from '../services/services.ts'
import { UpdateNotice } from './UpdateNotice.tsx'
import './shell.css'

/** Around every screen. A new version is offered here while nobody is at work; else it waits under «Mer». */
export function Frame() {
  const { device } = useServices()
  const isUnlocked = useSyncExternalStore(device.subscribe, device.isUnlocked)
  return (
    <>
      {isUnlocked ? null : (
        <div className="frame-notice">
          <UpdateNotice />
        </div>
      )}
      <Outlet />
    </>
  )
}
