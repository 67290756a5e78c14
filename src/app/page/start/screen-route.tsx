import type { ComponentType } from 'react'
import { type RouteObject, useParams, useSearchParams } from 'react-router'
import type { Address } from '../paths/address.ts'

type Reading<Given> = Pick<Address<Given>, 'pattern' | 'parse'>

/** Makes the route of a screen. The screen is loaded when first opened, and gets the parameters of its address. */
export function screenRoute<Given extends object>(
  place: Reading<Given>,
  load: () => Promise<ComponentType<Given>>,
): RouteObject {
  return {
    path: place.pattern,
    async lazy() {
      const [screen, { UnknownPlace }] = await Promise.all([load(), import('./UnknownPlace.tsx')])
      return { element: <AtAddress place={place} screen={screen} unknown={UnknownPlace} /> }
    },
  }
}

type AtAddressProps<Given> = {
  place: Reading<Given>
  screen: ComponentType<Given>
  unknown: ComponentType
}

/** Leads an address with parameters that do not parse to the screen for unknown addresses. */
function AtAddress<Given extends object>({
  place,
  screen: Screen,
  unknown: Unknown,
}: AtAddressProps<Given>) {
  const found = useParams()
  const [query] = useSearchParams()
  const given = place.parse(found, query)
  return given === null ? <Unknown /> : <Screen {...given} />
}
