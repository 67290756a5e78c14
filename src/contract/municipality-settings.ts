import * as z from 'zod/mini'

/** What an administrator decides for the whole municipality; read and saved as one. */
export const MunicipalitySettings = z.object({
  /** Whether a leader must approve the keys of a new device before the server vouches for them. */
  approvesDevices: z.boolean(),
})
export type MunicipalitySettings = z.infer<typeof MunicipalitySettings>
