import { Navigate } from 'react-router'
import { Waiting } from './Waiting.tsx'

/** Goes to another screen in place of this one, and shows a waiting notice until that screen's code is loaded. */
export function GoTo({ path }: { path: string }) {
  return (
    <>
      <Navigate to={path} replace />
      <Waiting />
    </>
  )
}
