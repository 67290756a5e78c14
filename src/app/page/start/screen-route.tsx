import { type ComponentType, lazy } from 'react'
import { type RouteObject, useParams, useSearchParams } from 'react-router'
import type { Address } from '../paths/address.ts'

type Reading<Given> = Pick<Address<Given>, 'pattern' | 'parse'>

/** What a route knows of its screen's code. */
export type ScreenCode = {
  /** Loads it, once; the screen waits for the same. */
  load: () => Promise<unknown>
}

/** The screen for addresses that are nobody's. */
export const Unknown = lazy(async () => ({
  default: (await import('./UnknownPlace.tsx')).UnknownPlace,
}))

/**
 * Makes the route of a screen. The screen is loaded when first drawn, so that the lock in front of it waits for no code of its, and
 * gets the parameters of its address.
 */
export function screenRoute<Given extends object>(
  place: Reading<Given>,
  load: () => Promise<ComponentType<Given>>,
): RouteObject {
  let loading: Promise<{ default: ComponentType<Given> }> | null = null
  const loadOnce = () => (loading ??= load().then((screen) => ({ default: screen })))
  const handle: ScreenCode = { load: loadOnce }
  const screen = lazy(loadOnce)
  return { path: place.pattern, handle, element: <AtAddress place={place} screen={screen} /> }
}

type AtAddressProps<Given> = {
  place: Reading<Given>
  screen: ComponentType<Given>
}

/** Leads an address with parameters that do not parse to the screen for unknown addresses. */
function AtAddress<Given extends object>({ place, screen: Screen }: AtAddressProps<Given>) {
  const found = useParams()
  const [query] = useSearchParams()
  const given = place.parse(found, query)
  return given === null ? <Unknown /> : <Screen {...given} />
}
