import type { Username } from './account-name.ts'

/** The first username that nobody has, from a name: «Kari Anne Nordmann» becomes `kari.nordmann`, then `kari.nordmann2`. */
export function proposeUsername(name: string, isTaken: (username: Username) => boolean): Username {
  const words = plainWords(name)
  const [first = 'ansatt', ...others] = words
  const last = others.at(-1)
  const plain = last === undefined ? first : `${first}.${last}`
  const wanted = plain.length < 2 ? `${plain}.ansatt` : plain.slice(0, 50)
  let username = wanted
  for (let number = 2; isTaken(username); number++) username = `${wanted}${number}`
  return username
}

/** «Nordmann, Kari» is said the other way round. */
function plainWords(name: string): string[] {
  const [family = '', given] = name.split(',')
  return (given === undefined ? family : `${given} ${family}`)
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .replaceAll(/đ|ð/g, 'd')
    .replaceAll('ŋ', 'n')
    .replaceAll('ŧ', 't')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}
