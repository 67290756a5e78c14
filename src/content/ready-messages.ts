import type { ReadyMessage } from '#domain/contacts/ready-message.ts'

const numberText = 'Trenger du oss, ring {krisenummer}.'
const inDanger = 'Ved fare for liv: ring 113.'

/**
 * The messages of a new municipality. They say what has failed in the area, never what anybody has at home: a message may be
 * read by others than whom it is sent to.
 */
export const defaultReadyMessages: readonly ReadyMessage[] = [
  {
    id: 'power-patient',
    to: 'patient',
    title: 'Strømmen er borte',
    text: `Hei. Strømmen er borte i området ditt. Hjemmetjenesten vet om det, og ringer dem som trenger det først. ${inDanger}`,
    numberText,
  },
  {
    id: 'telecom-patient',
    to: 'patient',
    title: 'Telefon og alarmer kan falle ut',
    text: `Hei. Telefoner og alarmer kan falle ut i området ditt. Virker ikke telefonen, be en nabo om hjelp. Hjemmetjenesten kommer til dem som trenger det først. ${inDanger}`,
    numberText,
  },
  {
    id: 'over-patient',
    to: 'patient',
    title: 'Det virker igjen',
    text: 'Hei. Strøm og telefon skal virke igjen i området ditt. Prøv at det du har hjemme virker, og si fra til oss hvis noe ikke gjør det.',
    numberText,
  },
  {
    id: 'power-next-of-kin',
    to: 'nextOfKin',
    title: 'Strømmen er borte',
    text: `Hei. Strømmen er borte der du er pårørende. Kan du ringe eller se innom? Si fra til hjemmetjenesten hvis noe ikke er bra. ${inDanger}`,
    numberText,
  },
  {
    id: 'telecom-next-of-kin',
    to: 'nextOfKin',
    title: 'Telefon og alarmer kan falle ut',
    text: `Hei. Telefoner og alarmer kan falle ut der du er pårørende. Kan du se innom? Si fra til hjemmetjenesten hvis noe ikke er bra. ${inDanger}`,
    numberText,
  },
  {
    id: 'over-next-of-kin',
    to: 'nextOfKin',
    title: 'Det virker igjen',
    text: 'Hei. Strøm og telefon skal virke igjen der du er pårørende. Si fra til hjemmetjenesten hvis noe ikke virker.',
    numberText,
  },
]
