/** Patients whom staff register while the patient record does not answer. */
export const newPatients = {
  register: 'Ny bruker',
  numberOfDraft: (number: string) => `Midlertidig nummer ${number}`,
  temporary: 'Midlertidig bruker',
  temporaryTag: 'Midlertidig',
  number: (number: string) => `Nummer ${number}`,
  registeredBy: (who: string, when: string) => `Registrert av ${who}, ${when}`,
  correctedAt: (when: string) => `Rettet ${when}`,
  meaning:
    'Hun står ikke i lista fra EPJ. Det som står her, er det som ble meldt. Spør før du regner med noe.',
  onlyHere: 'Bare på denne telefonen ennå. De andre ser henne når telefonen har hatt nett.',
  correct: 'Rett opplysningene',
  whatWasSaid: 'Det som ble meldt',
  registeredAt: (when: string) => `Registrert ${when}, ikke fra EPJ`,
  wrongNumber:
    'Er det et midlertidig nummer, er ett tegn feil eller byttet om. Be om å få det lest opp en gang til.',
} as const
