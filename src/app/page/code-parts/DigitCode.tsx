import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { unlock } from '#text/nb/screens/unlock.ts'
import { Action } from '../ui/Action.tsx'
import { shortestCode } from '#domain/vault/short-code.ts'
import { CodeDots, Keypad } from '../ui/Keypad.tsx'
import type { EarlyCode } from '../services/remembered/early-code.ts'
import './code-entry.css'

type DigitCodeProps = {
  isDisabled: boolean
  isBusy: boolean
  /** Her code has the fewest digits a code may have: it is tried at the last one. */
  isShort: boolean
  /** What the code is for, on the button, and meanwhile. */
  action: string
  busyText: string
  /** Hands over, once, what was typed before this was on the screen, if anything was. */
  takeEarly?: (take: (early: EarlyCode) => void) => void
  onWords: () => void
  onCode: (code: string) => void
}

/** A code field with large keys, which also accepts the phone's own keyboard. */
export function DigitCode(props: DigitCodeProps) {
  const { isDisabled, isBusy, isShort, action, busyText, takeEarly, onWords, onCode } = props
  const [code, setCode] = useState('')
  // Enter was pressed before this was on the screen.
  const [isEntered, setEntered] = useState(false)
  const form = useRef<HTMLFormElement>(null)

  function send() {
    setEntered(false)
    if (code.length < shortestCode || isDisabled) return
    onCode(code)
    setCode('')
  }

  useEffect(() => {
    const isWhole = isShort && code.length === shortestCode
    if (isWhole || isEntered) form.current?.requestSubmit()
  }, [isShort, isEntered, code])

  // Before anything is painted, so that no digit is typed between what came early and what is heard here.
  useLayoutEffect(
    () =>
      takeEarly?.((early) => {
        setCode((typed) => typed + early.typed)
        setEntered(early.isEntered)
      }),
    [takeEarly],
  )

  useLayoutEffect(() => {
    function press({ key, target }: KeyboardEvent) {
      const isOnButton = target instanceof HTMLElement && target.closest('button, a') !== null
      if (key === 'Enter' && !isOnButton) form.current?.requestSubmit()
      if (/^\d$/.test(key) && !isDisabled) setCode((typed) => typed + key)
      if (key === 'Backspace') setCode((typed) => typed.slice(0, -1))
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [isDisabled])

  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <p className="code-entry__question">{isBusy ? busyText : unlock.writeCode}</p>
      <CodeDots typed={code.length} shortest={shortestCode} label={unlock.typed(code.length)} />
      <Keypad
        label={unlock.keypad}
        isDisabled={isDisabled}
        left={{ label: unlock.wordsInstead, press: onWords }}
        right={{ label: unlock.remove, press: () => setCode((typed) => typed.slice(0, -1)) }}
        onDigit={(digit) => setCode((typed) => typed + digit)}
      />
      <div className="code-entry__open">
        <Action rank="primary" submits isDisabled={isDisabled || code.length < shortestCode}>
          {action}
        </Action>
      </div>
    </form>
  )
}
