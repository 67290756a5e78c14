/** What the simulation of calls can leave out, and what is then to go wrong. */
export const callingAblations = {
  acknowledgement: 'a patient moves although her caller is in contact, and two ring her unwarned',
  silence: 'the patients of a phone that never comes back are never rung',
  mayHaveCalled: 'whoever gets the patients of a silent phone is not told',
  silentPhone: 'a phone without contact rings whom others have got, unwarned',
  sentAt: 'a phone on a slow line warns later than the server moves a patient',
  lastShare: 'a phone without contact rings down the whole list',
} as const satisfies Record<string, string>

export type CallingAblation = keyof typeof callingAblations

export function isCallingAblation(name: string): name is CallingAblation {
  return Object.hasOwn(callingAblations, name)
}
