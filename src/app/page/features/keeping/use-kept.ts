import { useEffect, useEffectEvent, useState } from 'react'
import type { ApiAnswer, ApiRefusal } from '#app/online/api.ts'

export type Kept<Value> = {
  /** Null until the server has answered once. */
  value: Value | null
  fault: ApiRefusal | null
  readAgain: () => void
  /** What the server answered to a change. */
  show: (value: Value) => void
}

/** Asks the server when the screen opens. What it answered stays on the screen when it later does not answer. */
export function useKept<Value>(read: () => ApiAnswer<Value>): Kept<Value> {
  const [value, setValue] = useState<Value | null>(null)
  const [fault, setFault] = useState<ApiRefusal | null>(null)

  function take(answer: Awaited<ApiAnswer<Value>>) {
    setFault(answer.ok ? null : answer.refusal)
    if (answer.ok) setValue(answer.value)
  }
  const takeFirst = useEffectEvent(take)
  useEffect(() => {
    let isWanted = true
    async function ask() {
      const answer = await read()
      if (isWanted) takeFirst(answer)
    }
    void ask()
    return () => {
      isWanted = false
    }
  }, [read])

  async function readAgain() {
    take(await read())
  }
  return { value, fault, readAgain: () => void readAgain(), show: setValue }
}
