/** With this a step ends that could not be carried out for want of an answer from outside (EX_TEMPFAIL). */
export const unansweredCode = 75
