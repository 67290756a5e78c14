import { useSyncExternalStore } from 'react'
import { Outlet } from 'react-router'
import { useServices } from '../services/services.ts'
import { UpdateNotice } from './UpdateNotice.tsx'
import './shell.css'

/** The frame of every screen. It offers a new version while the phone is locked; otherwise that waits under «Mer». */
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
