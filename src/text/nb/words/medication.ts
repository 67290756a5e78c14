export function medicationReviewedText(when: string): string {
  return `Sist gjennomgått ${when}`
}

export const medicationNotReviewedText = 'Dato for gjennomgang er ikke registrert'
