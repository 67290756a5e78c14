import { expect, test } from 'vitest'
import { broughtRoot, keptFragment, rootFragment, tokenOf } from '#app/page/paths/root-fragment.ts'
import { KeyId } from '#domain/base/ids.ts'

const root = KeyId.parse('SBNJTRN-FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I')

test('a root is read back from the address it is written into', () => {
  expect(broughtRoot(rootFragment(root))).toEqual({ kind: 'root', root })
})

test('a root is read behind the token of an invitation, and the token before it', () => {
  const hash = `#hemmelig&rot=${root}`

  expect(broughtRoot(hash)).toEqual({ kind: 'root', root })
  expect(tokenOf(hash)).toBe('hemmelig')
  expect(tokenOf('#hemmelig')).toBe('hemmelig')
})

test.each(['', '#', '#hemmelig', '#andre=1'])('«%s» brings no root', (hash) => {
  expect(broughtRoot(hash)).toEqual({ kind: 'none' })
  expect(keptFragment(hash)).toBe('')
})

test.each(['#rot=', '#rot=kort', `#rot=${root}x`])(
  '«%s» is damaged, and not the same as none',
  (hash) => {
    expect(broughtRoot(hash)).toEqual({ kind: 'unreadable' })
    expect(broughtRoot(keptFragment(hash))).toEqual({ kind: 'unreadable' })
  },
)

test('what is kept for the next address is the root alone', () => {
  expect(keptFragment(`#hemmelig&rot=${root}`)).toBe(rootFragment(root))
})
