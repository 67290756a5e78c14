// oxlint-disable no-underscore-dangle -- Zod keeps what a schema is made of under this name.
import * as core from 'zod/v4/core'

/** What some string or number of ours looks like: the first that a schema takes is used. */
const leaves: readonly unknown[] = [
  'Åshild',
  '0b6b1c52-6a86-4b68-9e3c-3b0a1d1c7a01',
  'nord-1',
  '2026-11-23T11:00:00.000Z',
  '2026-11-23',
  '07:30',
  'demo/real/nord-1/critical',
  'besoksnotat@1',
  'patient@1',
  'TK-01',
  'A1',
  'besoksnotat',
  '001795431600000-000001',
  '90000701',
  '14034112345',
  '3230',
  '0f'.repeat(8),
  '0f'.repeat(16),
  '0f'.repeat(32),
  'A'.repeat(43),
  'A'.repeat(86),
  'A'.repeat(87),
  'Leder enheten, alarm uten svar',
  'https://beredt.example/forms/besoksnotat',
  'urn:beredt:form:prove',
  'Ring {krisenummer}.',
  '1',
  1,
  1.5,
  2026,
  60,
  true,
  null,
]

/** Values of a schema that together take each of its branches. It throws where it finds no value that parses. */
export function examplesOf(schema: core.$ZodType): unknown[] {
  return examples(schema, [])
}

type Within = readonly core.$ZodType[]

function examples(schema: core.$ZodType, within: Within): unknown[] {
  if (within.includes(schema)) return []
  const place = [...within, schema]
  if (schema instanceof core.$ZodObject) return ofObject(schema, place)
  if (schema instanceof core.$ZodArray) {
    const items = examples(schema._zod.def.element, place)
    return parsing(schema, [items, ...items.map((item) => [item]), []])
  }
  if (schema instanceof core.$ZodRecord) {
    const keys = examples(schema._zod.def.keyType, place)
    const items = examples(schema._zod.def.valueType, place)
    const count = Math.max(keys.length, items.length)
    const members = Array.from({ length: items.length === 0 ? 0 : count }, (_, at) => [
      `${String(keys[at % keys.length])}${at < keys.length ? '' : `-${at}`}`,
      items[at % items.length],
    ])
    return parsing(schema, [
      Object.fromEntries(members),
      ...members.map((one) => Object.fromEntries([one])),
    ])
  }
  if (schema instanceof core.$ZodNullable) {
    return [...examples(schema._zod.def.innerType, place), null]
  }
  if (schema instanceof core.$ZodOptional) {
    return [...examples(schema._zod.def.innerType, place), undefined]
  }
  if (schema instanceof core.$ZodUnion) {
    return schema._zod.def.options.flatMap((option) => examples(option, place))
  }
  if (schema instanceof core.$ZodEnum) return Object.values(schema._zod.def.entries)
  if (schema instanceof core.$ZodLiteral) return [...schema._zod.def.values]
  if (schema instanceof core.$ZodPipe) return parsing(schema, examples(schema._zod.def.in, place))
  if (schema instanceof core.$ZodLazy) return examples(schema._zod.def.getter(), place)
  if (schema instanceof core.$ZodReadonly) return examples(schema._zod.def.innerType, place)
  if (schema instanceof core.$ZodUnknown) return [{ name: 'Åshild' }]
  const leaf = leaves.find((one) => core.safeParse(schema, one).success)
  if (leaf === undefined) throw new Error(`No example of ${JSON.stringify(schema._zod.def)}`)
  return [leaf]
}

function ofObject(schema: core.$ZodObject, place: Within): unknown[] {
  const members = Object.entries(schema._zod.def.shape).map(([key, member]) => ({
    key,
    found: examples(member, place),
  }))
  if (members.some(({ found }) => found.length === 0)) return []
  const count = Math.max(1, ...members.map(({ found }) => found.length))
  const made = Array.from({ length: count }, (_, at) =>
    Object.fromEntries(
      members
        .map(({ key, found }) => [key, found[at % found.length]] as const)
        .filter(([, value]) => value !== undefined),
    ),
  )
  return parsing(schema, made)
}

/** Those that parse; a rule over several members refuses the others. */
function parsing(schema: core.$ZodType, values: readonly unknown[]): unknown[] {
  return values.filter((value) => core.safeParse(schema, value).success)
}
