import { useState } from 'react'
import type { StreamId } from '#domain/streams/stream.ts'
import { trust as words } from '#text/nb/screens/trust.ts'
import type { OpeningRefusal } from '#app/bridge/card-openings.ts'
import { useServices } from '../services/services.ts'
import { Action } from '../ui/Action.tsx'

/** Opens what cannot be verified with one press. The worker logs it first, or does not open it. */
export function OpenAnyway({ streams }: { streams: readonly StreamId[] }) {
  const { device } = useServices()
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<OpeningRefusal['kind'] | null>(null)

  async function open() {
    setBusy(true)
    setRefusal(null)
    const core = device.core()
    const answer = await core.openings.openUnverified(streams)
    setBusy(false)
    if (!answer.ok) return setRefusal(answer.refusal.kind)
    device.reread()
    void core.trigger('written')
  }

  return (
    <div className="trust-notice__open">
      {refusal === null ? null : (
        <p className="field__fault" role="alert">
          <strong>{words.openingRefused}.</strong> {words.openingRefusedMeaning[refusal]}
        </p>
      )}
      <Action rank="second" isBusy={isBusy} isDisabled={isBusy} onPress={() => void open()}>
        {isBusy ? words.opening : words.showAnyway}
      </Action>
      <p className="field__help">{words.isLogged}</p>
    </div>
  )
}
