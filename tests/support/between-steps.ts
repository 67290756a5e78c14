/** Others may come in before and after, and the app may die there. */
export async function between<Value>(
  pause: () => Promise<void>,
  work: () => Value | Promise<Value>,
): Promise<Value> {
  await pause()
  const value = await work()
  await pause()
  return value
}
