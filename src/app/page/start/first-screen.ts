import type { createBrowserRouter } from 'react-router'
import type { ScreenCode } from './screen-route.tsx'

type Router = Pick<ReturnType<typeof createBrowserRouter>, 'state'>

/** Resolves when the code of the screen at the address has been loaded, behind the lock too. */
export async function firstScreen({ state }: Router): Promise<void> {
  const handles = state.matches.map(({ route }): unknown => route.handle)
  await Promise.all(handles.filter(isScreenCode).map(({ load }) => load()))
}

function isScreenCode(handle: unknown): handle is ScreenCode {
  return typeof handle === 'object' && handle !== null && 'load' in handle
}
