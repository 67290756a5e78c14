/** Name and value of the only cookie that an answer sets. */
export function cookieFrom(setCookie: string | string[] | number | undefined): string {
  const [first] = [setCookie].flat()
  if (typeof first !== 'string') throw new Error('No cookie was set')
  return first.split(';')[0] ?? ''
}
