import { Navigate } from 'react-router'
import { Waiting } from './Waiting.tsx'

/** Goes to another screen in place of this one. Its code may have to be read first, and nothing is never shown. */
export function GoTo({ path }: { path: string }) {
  return (
    <>
      <Navigate to={path} replace />
      <Waiting />
    </>
  )
}
