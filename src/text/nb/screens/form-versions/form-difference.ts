import type { FormDifference } from '#domain/form-versions/form-difference.ts'

/** One thing that a version has otherwise than the one before. */
export function differenceText(difference: FormDifference): string {
  switch (difference.kind) {
    case 'title':
      return `Tittel: «${difference.before}» er blitt «${difference.after}»`
    case 'about':
      return difference.about === 'patient'
        ? 'Skjemaet handler nå om en bruker'
        : 'Skjemaet er nå en felles logg for sonen'
    case 'added':
      return `Nytt: «${difference.text}»`
    case 'removed':
      return `Tatt bort: «${difference.text}»`
    case 'moved':
      return `Flyttet: «${difference.text}»`
    case 'text':
      return `Ny tekst: «${difference.before}» er blitt «${difference.after}»`
    case 'required':
      return difference.isRequired
        ? `Må nå fylles ut: «${difference.text}»`
        : `Må ikke lenger fylles ut: «${difference.text}»`
    case 'type':
      return `Ny svartype: «${difference.text}»`
    case 'optionAdded':
      return `Nytt svar i «${difference.text}»: «${difference.option}»`
    case 'optionRemoved':
      return `Svar tatt bort i «${difference.text}»: «${difference.option}»`
    case 'optionText':
      return `Nytt ord for et svar i «${difference.text}»: «${difference.before}» er blitt «${difference.after}»`
    case 'otherOfQuestion':
      return `Annet er endret i «${difference.text}»: grenser, vilkår, koder eller hjelpetekst`
    case 'otherOfForm':
      return 'Annet er endret i skjemaet: lister, koder eller opplysninger om det'
  }
}
