import { type RefObject, useEffect, useRef, useState } from 'react'

const faulty = '[aria-invalid="true"], .field:has(> .field__fault) :is(input, select, textarea)'

type FocusAtFault<Place extends HTMLElement> = {
  place: RefObject<Place | null>
  /** To be called with each attempt, before it is known whether it will be refused. */
  attempted: () => void
}

/** After an attempt that was refused, focus goes to the first field that is wrong: in `place`, or on the screen. */
export function useFocusAtFault<Place extends HTMLElement>({
  isBusy = false,
}: { isBusy?: boolean } = {}): FocusAtFault<Place> {
  const place = useRef<Place>(null)
  const isPending = useRef(false)
  const [, setAttempts] = useState(0)
  useEffect(() => {
    if (isBusy || !isPending.current) return
    const wrong = (place.current ?? document).querySelector<HTMLElement>(faulty)
    if (wrong === null) return
    isPending.current = false
    wrong.focus()
  })
  return {
    place,
    attempted() {
      isPending.current = true
      // Drawn again also when the same is wrong as before.
      setAttempts((count) => count + 1)
    },
  }
}
