import { counted } from '../../words/count.ts'

/** The page that the service worker shows when the app cannot start. It has no script. */
export const rescue = {
  title: 'Beredt kan ikke starte',
  why: 'En del av appen mangler eller er skadet på denne enheten, og den lot seg ikke hente på nytt. Det trengs nett for det.',
  kept: 'Det du har skrevet, er ikke borte',
  unsent: (count: number) =>
    `${counted(count, 'signert oppføring er ikke sendt og ligger', 'signerte oppføringer er ikke sendt og ligger')} kryptert på enheten. De sendes når Beredt starter igjen.`,
  allSent: 'Alt som er signert på denne enheten, er mottatt av serveren.',
  drafts: 'Utkast som ikke er signert, ligger også kryptert her.',
  nothing: 'Det ligger ikke noe skrevet på denne enheten',
  nothingMeaning: 'Beredt er ikke tatt i bruk her, eller nettleserens data er slettet.',
  unread: 'Beredt får ikke lest det som er skrevet på denne enheten',
  unreadMeaning: 'Ingenting er slettet av Beredt, men vi vet ikke om noe ikke er sendt.',
  whatToDo: 'Gjør dette',
  steps: [
    'Gå dit det er nett, og trykk «Prøv igjen». Da hentes det som mangler.',
    'Ikke slett appen eller nettleserens data: det som ikke er sendt, finnes bare her.',
    'Bruk papirpermen så lenge.',
  ],
  tryAgain: 'Prøv igjen',
  takeOut: 'Ta ut det som ikke er sendt',
  takeOutMeaning:
    'Du får en kryptert fil som bare kommunens server kan åpne. Gi den til lederen din eller den som drifter Beredt hvis enheten ikke kommer på nett. Det som står i filen, ligger også fortsatt her. Utkast er ikke med.',
} as const
