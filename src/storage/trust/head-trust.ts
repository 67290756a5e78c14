import { canonicalJson } from '#domain/base/canonical-json.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { TrustTools } from '#domain/trust/signatures.ts'
import { type SignedHead, isHeadOf } from '#domain/trust/stream-head.ts'
import { withHead, withReset } from '#domain/trust/stream-pin.ts'
import { findPin, setPin } from '../unlocked/pins.ts'
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
  const next = withHead(pin, signed)
  if (next !== pin) setPin(pins, stream, next)
}

/** A server that was restored has named a head: nothing up to it counts as the highest any more. */
export function pinReset({ pins }: OpenEmployee, stream: StreamId, named: SignedHead): void {
  setPin(pins, stream, withReset(findPin(pins, stream), named))
}
