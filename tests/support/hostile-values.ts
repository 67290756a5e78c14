import { type Arbitrary, constantFrom, jsonValue, oneof, tuple } from 'fast-check'

const oddTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e',
  '__proto__',
  "'; drop table inbox; --",
  '../../etc/passwd',
  '2026-99-99T99:99:99.999Z',
  'NaN',
  'x'.repeat(100_000),
  '-'.repeat(43),
  '00000000-0000-0000-0000-000000000000',
]
const oddNumbers = [0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), Number.MAX_VALUE, Number.MIN_VALUE]

function nested(levels: number): unknown {
  let value: unknown = []
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { item: value }
  return value
}

const odd: readonly unknown[] = [
  ...oddTexts,
  ...oddNumbers,
  null,
  true,
  [],
  {},
  JSON.parse('{"__proto__":{"isAdmin":true}}'),
  JSON.parse('{"constructor":{"prototype":{"a":1}}}'),
  nested(15),
  nested(1_000),
  Array.from({ length: 3_000 }, () => ({})),
]

const hostileValue: Arbitrary<unknown> = oneof(constantFrom(...odd), jsonValue())

/** The message with one of its parts, at any depth, replaced by a hostile value; or that value alone. */
export function hostileMessages(message: unknown): Arbitrary<unknown> {
  const replaced = tuple(constantFrom(...pathsOf(message)), hostileValue).map(([path, value]) =>
    replaceAt(message, path, value),
  )
  return oneof({ arbitrary: replaced, weight: 4 }, { arbitrary: hostileValue, weight: 1 })
}

type Path = readonly string[]

function pathsOf(value: unknown): Path[] {
  if (typeof value !== 'object' || value === null) return [[]]
  const below = Object.entries(value).flatMap(([name, part]) =>
    pathsOf(part).map((path) => [name, ...path]),
  )
  return [[], ...below]
}

function replaceAt(value: unknown, [name, ...rest]: Path, replacement: unknown): unknown {
  if (name === undefined || typeof value !== 'object' || value === null) return replacement
  const parts = Object.entries(value).map(([key, part]): [string, unknown] =>
    key === name ? [key, replaceAt(part, rest, replacement)] : [key, part],
  )
  return Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts)
}
