/** The most that a nurse's pull may take, and the most times as long as without an attack. */
const mostMilliseconds = 500
const mostTimes = 20
/** A machine whose pulls take longer by themselves does other things besides. */
const quietMilliseconds = 50

/**
 * Whether pulls stay quick under an attack, by the milliseconds of the slowest but a twentieth. A busy machine may make them slow
 * and never quick, so a quick one is believed anywhere, and a slow one where pulls were quick before and after the attack.
 */
export function judgeSpeed({
  quiet,
  crowded,
}: {
  quiet: readonly number[]
  crowded: number
}): 'kept' | 'broken' | 'unknown' {
  const [least, most] = [Math.min(...quiet), Math.max(...quiet)]
  if (crowded < mostMilliseconds && crowded <= mostTimes * Math.max(1, least)) return 'kept'
  return most <= quietMilliseconds ? 'broken' : 'unknown'
}
