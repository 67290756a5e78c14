import { Suspense, useSyncExternalStore } from 'react'
import { NavigationType, Outlet, useLocation, useNavigationType } from 'react-router'
import { Waiting } from '../parts/Waiting.tsx'
import { useServices } from '../services/services.ts'
import { useKeptScroll } from '../ui/use-kept-scroll.ts'
import { useTopOf } from '../ui/use-top-of.ts'
import { UpdateNotice } from './UpdateNotice.tsx'
import './shell.css'

/** The frame of every screen, each of which begins at its top. It offers a new version while the phone is locked; otherwise that waits under «Mer». */
export function Frame() {
  const { device } = useServices()
  const { pathname, key } = useLocation()
  const isBack = useNavigationType() === NavigationType.Pop
  useTopOf(pathname, { isBack })
  useKeptScroll(key, { isBack })
  const isUnlocked = useSyncExternalStore(device.subscribe, device.isUnlocked)
  return (
    <>
      {isUnlocked ? null : (
        <div className="frame-notice">
          <UpdateNotice />
        </div>
      )}
      <Suspense fallback={<Waiting />}>
        <Outlet />
      </Suspense>
    </>
  )
}
