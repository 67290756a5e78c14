import { useState } from 'react'
import type { Instant } from '#domain/time/instant.ts'
import type { SecondSignature, SecondSignatureRefusal } from '#domain/vault/second-signer.ts'
import type { EnrolledEmployee } from '#domain/vault/vault-status.ts'
import { countersign as words } from '#text/nb/screens/writing/countersign.ts'
import { dayAndMomentWords } from '#text/nb/words/time.ts'
import { unlock } from '#text/nb/screens/unlock.ts'
import { DigitCode } from '../../code-parts/DigitCode.tsx'
import { minutesToWait, refusalWords, waitWords } from '../../code-parts/refusal-words.ts'
import { WordCode } from '../../code-parts/WordCode.tsx'
import { useServices } from '../../services/services.ts'
import { useNowToTheSecond } from '../../services/use-now.ts'
import { GroupHeading } from '../../ui/GroupHeading.tsx'
import { Opened } from '../../ui/focus/Opened.tsx'

type CodeSheetProps = {
  colleague: EnrolledEmployee
  signature: () => SecondSignature
  onOther: () => void
}

/** She enters her own code: it signs this one entry, and opens nothing else of hers. */
export function CodeSheet({ colleague, signature, onOther }: CodeSheetProps) {
  const { device } = useServices()
  const now = useNowToTheSecond()
  const [writes, setWrites] = useState<'digits' | 'words'>('digits')
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<SecondSignatureRefusal | null>(null)
  const name = colleague.name ?? unlock.nameless
  const wait = minutesToWait(colleague, refusal, now)
  const isDisabled = isBusy || wait > 0 || colleague.erased

  async function sign(code: string) {
    setBusy(true)
    const core = device.core()
    const signed = await core.vault.secondSigner.sign(colleague.employeeId, code, signature())
    setBusy(false)
    setRefusal(signed.ok ? null : signed.refusal)
    if (signed.ok) void core.trigger('written')
    // Too many wrong codes on this phone destroy everybody's keys, also those that were open.
    else if ((await core.vault.findUnlocked()) === null) await device.lock()
  }

  return (
    <section
      ref={bringIntoView}
      tabIndex={-1}
      className="code-sheet"
      aria-label={words.asWhom(name)}
    >
      <GroupHeading
        text={words.asWhom(name)}
        beside={
          <button type="button" className="link" onClick={onOther}>
            {words.otherPerson}
          </button>
        }
      />
      <p className="code-entry__refusal" role="alert">
        {textOf(refusal, colleague, now)}
      </p>
      <div className="code-entry">
        {writes === 'digits' ? (
          <DigitCode
            isDisabled={isDisabled}
            isBusy={isBusy}
            // What is signed is signed by a press of its own.
            isShort={false}
            action={words.sign}
            busyText={words.signing}
            onWords={() => setWrites('words')}
            onCode={(code) => void sign(code)}
          />
        ) : (
          <Opened>
            <WordCode
              isDisabled={isDisabled}
              action={words.sign}
              onDigits={() => setWrites('digits')}
              onCode={(code) => void sign(code)}
            />
          </Opened>
        )}
      </div>
    </section>
  )
}

/** The keypad is under what she has read: it comes to where her thumb is. */
function bringIntoView(sheet: HTMLElement | null): void {
  sheet?.scrollIntoView({ block: 'start' })
  sheet?.focus({ preventScroll: true })
}

function textOf(
  refusal: SecondSignatureRefusal | null,
  colleague: EnrolledEmployee,
  now: Instant,
): string {
  if (colleague.closedAt !== null) return unlock.closed(dayAndMomentWords(colleague.closedAt, now))
  if (colleague.erased) return unlock.erased
  switch (refusal?.kind) {
    case 'notForRole':
      return words.otherNotForRole
    case 'locked':
      return words.locked
    case 'tooLarge':
    case 'notTheAuthor':
    case 'unlockedHerself':
      return words.failed
    case 'keysAltered':
      return unlock.alteredMeaning
    // Her first press has signed it.
    case 'alreadySigned':
      return ''
    case undefined:
    case 'wrongCode':
    case 'tooSoon':
    case 'erased':
    case 'notEnrolled':
    case 'keysNotKept':
      return [
        refusalWords(colleague, refusal ?? null),
        waitWords(minutesToWait(colleague, refusal ?? null, now)),
      ]
        .filter((part) => part !== '')
        .join(' ')
  }
}
