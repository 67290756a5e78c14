/** What every screen of accounts, sections and zones says when the server does not answer. */
export const kept = {
  offline: 'Får ikke kontakt med serveren. Gå dit det er nett, og prøv igjen.',
  failed: 'Ikke hentet',
  tryAgain: 'Prøv igjen',
  signIn: 'Logg inn',
} as const
