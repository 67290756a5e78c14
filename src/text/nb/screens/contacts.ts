/** The municipality's contacts, where they are called from a step or a page. */
export const contacts = {
  whomToCall: 'Ring',
  numberMissing: 'nummer mangler, leder fyller det ut',
  lastChecked: (date: string) => `sist kontrollert ${date}`,
  neverChecked: 'ikke kontrollert',
  reserve: (way: string) => `uten telefon: ${way}`,
} as const
