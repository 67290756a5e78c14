// oxlint-disable no-underscore-dangle -- Zod keeps what a schema is made of under this name.
import * as core from 'zod/v4/core'

/**
 * The ways that a schema branches, by where they are. `shapes` are those that a golden message must show: a member of a
 * union, an item of an array, a value where there may be none. `words` are the values of its enums, and its nulls.
 */
export type Branches = { shapes: Set<string>; words: Set<string> }

const noBranches = (): Branches => ({ shapes: new Set(), words: new Set() })

/** All branches of a schema. A schema inside itself is followed once. */
export function branchesOf(schema: core.$ZodType, name: string): Branches {
  const found = noBranches()
  follow(schema, name, found, [])
  return found
}

/** The branches that a value takes. */
export function branchesIn(schema: core.$ZodType, name: string, value: unknown): Branches {
  const found = noBranches()
  followValue(schema, name, value, found, [])
  return found
}

type Within = readonly core.$ZodType[]

function follow(schema: core.$ZodType, path: string, found: Branches, within: Within): void {
  const place = enter(schema, within)
  if (place === null) return
  if (schema instanceof core.$ZodObject) {
    for (const [key, member] of Object.entries(schema._zod.def.shape)) {
      follow(member, `${path}.${key}`, found, place)
    }
  } else if (schema instanceof core.$ZodArray) {
    // An array of what it is in itself, as groups in groups: one round is enough.
    if (!place.includes(schema._zod.def.element)) found.shapes.add(`${path}[]`)
    follow(schema._zod.def.element, `${path}[]`, found, place)
  } else if (schema instanceof core.$ZodRecord) {
    found.shapes.add(`${path}{}`)
    follow(schema._zod.def.valueType, `${path}{}`, found, place)
  } else if (schema instanceof core.$ZodNullable || schema instanceof core.$ZodOptional) {
    found.shapes.add(`${path} some`)
    found.words.add(`${path} none`)
    follow(schema._zod.def.innerType, path, found, place)
  } else if (schema instanceof core.$ZodUnion) {
    for (const option of schema._zod.def.options) {
      const name = `${path}|${nameOf(option, schema._zod.def.options)}`
      found.shapes.add(name)
      follow(option, name, found, place)
    }
  } else if (schema instanceof core.$ZodEnum) {
    for (const word of Object.values(schema._zod.def.entries)) found.words.add(`${path}=${word}`)
  } else if (schema instanceof core.$ZodLiteral) {
    for (const word of schema._zod.def.values) found.words.add(`${path}=${String(word)}`)
  } else {
    for (const inner of insideOf(schema)) follow(inner, path, found, place)
  }
}

function followValue(
  schema: core.$ZodType,
  path: string,
  value: unknown,
  found: Branches,
  within: Within,
): void {
  const place = enter(schema, within)
  if (place === null) return
  if (schema instanceof core.$ZodObject) {
    for (const [key, member] of Object.entries(schema._zod.def.shape)) {
      followValue(member, `${path}.${key}`, memberOf(value, key), found, place)
    }
  } else if (schema instanceof core.$ZodArray) {
    for (const item of Array.isArray(value) ? value : []) {
      found.shapes.add(`${path}[]`)
      followValue(schema._zod.def.element, `${path}[]`, item, found, place)
    }
  } else if (schema instanceof core.$ZodRecord) {
    for (const item of typeof value === 'object' && value !== null ? Object.values(value) : []) {
      found.shapes.add(`${path}{}`)
      followValue(schema._zod.def.valueType, `${path}{}`, item, found, place)
    }
  } else if (schema instanceof core.$ZodNullable || schema instanceof core.$ZodOptional) {
    const isNone = value === null || value === undefined
    if (isNone) found.words.add(`${path} none`)
    else found.shapes.add(`${path} some`)
    if (!isNone) followValue(schema._zod.def.innerType, path, value, found, place)
  } else if (schema instanceof core.$ZodUnion) {
    const { options } = schema._zod.def
    const option = options.find((one) => core.safeParse(one, value).success)
    if (option === undefined) return
    const name = `${path}|${nameOf(option, options)}`
    found.shapes.add(name)
    followValue(option, name, value, found, place)
  } else if (schema instanceof core.$ZodEnum || schema instanceof core.$ZodLiteral) {
    found.words.add(`${path}=${String(value)}`)
  } else {
    for (const inner of insideOf(schema)) followValue(inner, path, value, found, place)
  }
}

/** Null when the schema is being followed already. */
function enter(schema: core.$ZodType, within: Within): Within | null {
  return within.includes(schema) ? null : [...within, schema]
}

function insideOf(schema: core.$ZodType): core.$ZodType[] {
  if (schema instanceof core.$ZodPipe) return [schema._zod.def.in]
  if (schema instanceof core.$ZodLazy) return [schema._zod.def.getter()]
  if (schema instanceof core.$ZodReadonly) return [schema._zod.def.innerType]
  return []
}

/** What tells a member of a union from the others: its `kind` or `part`, or else its number. */
function nameOf(option: core.$ZodType, options: readonly core.$ZodType[]): string {
  if (option instanceof core.$ZodObject) {
    const shape: Record<string, core.$ZodType> = { ...option._zod.def.shape }
    for (const key of ['kind', 'part']) {
      const member = shape[key]
      if (member instanceof core.$ZodLiteral) return member._zod.def.values.map(String).join(',')
      if (member instanceof core.$ZodEnum) return Object.values(member._zod.def.entries).join(',')
    }
  }
  return String(options.indexOf(option))
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
