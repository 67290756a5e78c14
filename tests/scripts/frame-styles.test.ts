import { expect, test } from 'vitest'
import { cutStyles } from '../../scripts/frame-styles.ts'

const names = { classes: new Set(['keypad']), attributes: new Set(['lang']) }

function cut(styles: string): string {
  return cutStyles(Buffer.from(styles), names).toString()
}

test('rules stay that may apply to the frame, and go that need what it has not', () => {
  const styles =
    'body{margin:0}.keypad button{gap:8px}.keypad .row{gap:9px}[lang]{top:1px}[data-size]{top:2px}'
  expect(cut(styles)).toBe('body{margin:0}.keypad button{gap:8px}[lang]{top:1px}')
})

test('a rule for several stays when it may apply to one of them', () => {
  expect(cut(':is(.row,.keypad) i{top:1px}:where(.row,.list) i{top:2px}')).toBe(
    ':is(.row,.keypad) i{top:1px}',
  )
  expect(cut('.row,.keypad{touch-action:manipulation}')).toContain('touch-action:manipulation')
})

test('custom properties stay that a rule uses, through others too', () => {
  const styles =
    ':root{--a:var(--b);--b:4px;--unused:var(--c);--c:1px}@layer x{.keypad{gap:var(--a)}}'
  expect(cut(styles)).toBe(':root{--a:var(--b);--b:4px}@layer x{.keypad{gap:var(--a)}}')
})
