import * as z from 'zod/mini'
import { DeviceRequestId } from '#domain/base/ids.ts'
import { ZoneName } from '#domain/roster/zone-name.ts'
import { Instant } from '#domain/time/instant.ts'

/** A device that waits for a leader, as the leader compares it with the phone before her. */
export const DeviceRequest = z.object({
  /** Another one as soon as the phone asks for other keys, so that a decision is about what was seen. */
  id: DeviceRequestId,
  label: z.string(),
  employee: z.object({ name: z.string(), title: z.string() }),
  zones: z.array(ZoneName),
  requestedAt: Instant,
})
export type DeviceRequest = z.infer<typeof DeviceRequest>

export const DeviceRequests = z.object({
  /** False where new devices need nobody: then the list is empty for that reason. */
  approvesDevices: z.boolean(),
  /** Oldest first. */
  requests: z.array(DeviceRequest),
})
export type DeviceRequests = z.infer<typeof DeviceRequests>

export const DeviceDecision = z.enum(['approved', 'rejected'])
export type DeviceDecision = z.infer<typeof DeviceDecision>

/** Answers with the list that is left. Safe to repeat. */
export const DecideDeviceRequest = z.object({
  requestId: DeviceRequestId,
  decision: DeviceDecision,
})
export type DecideDeviceRequest = z.infer<typeof DecideDeviceRequest>
