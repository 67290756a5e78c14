export const shell = {
  waiting: 'Henter fram …',
  updateReady: 'En ny versjon av Beredt er klar på denne enheten.',
  takeUpdate: 'Ta i bruk ny versjon',
  fault: 'Noe gikk galt her',
  faultMeaning: 'Det du har skrevet, er lagret på enheten. Prøv å åpne siden på nytt.',
  openAgain: 'Åpne på nytt',
} as const
