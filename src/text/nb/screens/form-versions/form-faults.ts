import type { FormFault } from '#domain/form-versions/editing/form-faults.ts'

/** What keeps a version from being issued, and what to do. */
export function faultText(fault: FormFault): string {
  switch (fault.kind) {
    case 'noTitle':
      return 'Skriv en tittel.'
    case 'titleTooLong':
      return `Tittelen kan ha høyst ${fault.max} tegn.`
    case 'noQuestions':
      return 'Skjemaet har ingen spørsmål. Legg til minst ett.'
    case 'tooManyItems':
      return `Skjemaet har flere enn ${fault.max} spørsmål og tekster. Del det i to.`
    case 'tooDeep':
      return 'Spørsmålene ligger for mange nivåer inni hverandre. Lag skjemaet flatere.'
    case 'tooLarge':
      return 'Skjemaet er for stort til å hentes på en treg linje. Del det i to, eller ta bort bilder og lange lister.'
    case 'noText':
      return `Spørsmål ${fault.number} mangler tekst. Skriv hva det spørres om.`
    case 'noOptions':
      return `«${fault.text}» har ingen svar å velge mellom. Legg til minst ett.`
    case 'emptyOption':
      return `«${fault.text}» har et svar uten tekst. Skriv teksten, eller ta bort svaret.`
    case 'repeatedId':
      return `To spørsmål har samme id (linkId «${fault.linkId.slice(0, 40)}»). Gi dem hver sin i verktøyet skjemaet er laget med.`
    case 'unreadableId':
      return 'Et spørsmål har en id (linkId) som er tom eller har tegn som ikke kan brukes. Rett det i verktøyet skjemaet er laget med.'
    case 'lostCondition':
      return `«${fault.text}» skal vises ut fra et spørsmål som ikke finnes. Rett det i verktøyet skjemaet er laget med.`
  }
}
