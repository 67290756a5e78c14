import { canonicalJson } from '#domain/base/canonical-json.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { TrustTools } from '#domain/trust/signatures.ts'
import { type SignedHead, isBelow, isHeadOf } from '#domain/trust/stream-head.ts'
import { findPin, isReset, setPin } from '../unlocked/pins.ts'
import type { OpenEmployee } from '../unlocked/unlocked-employee.ts'

/** True when the server that the employee believes signed the head for this stream. It is verified once. */
export async function isBelievedHead(
  { pins, trust }: OpenEmployee,
  signed: SignedHead,
  stream: StreamId,
  tools: TrustTools,
): Promise<boolean> {
  const name = `${stream} ${canonicalJson(signed)}`
  if (pins.heads.has(name)) return true
  const isSigned = await isHeadOf(signed, stream, trust.signed.keySet, tools)
  if (isSigned) pins.heads.add(name)
  return isSigned
}

/** Pins a head that was verified, unless a higher one is pinned or a reset has named it. */
export function pinHead({ pins }: OpenEmployee, stream: StreamId, signed: SignedHead): void {
  const pin = findPin(pins, stream)
  if (isReset(signed.head, pin)) return
  if (pin.head !== null && isBelow(signed.head, pin.head.head)) return
  if (pin.head?.signature === signed.signature) return
  setPin(pins, stream, { ...pin, head: signed })
}

/** A server that was restored has named a head: nothing up to it counts as the highest any more. */
export function pinReset({ pins }: OpenEmployee, stream: StreamId, named: SignedHead): void {
  const pin = findPin(pins, stream)
  const { epoch, seq } = named.head
  const reset = pin.reset !== null && isBelow(named.head, pin.reset) ? pin.reset : { epoch, seq }
  const head = pin.head !== null && isReset(pin.head.head, { ...pin, reset }) ? null : pin.head
  setPin(pins, stream, { ...pin, head, reset })
}
