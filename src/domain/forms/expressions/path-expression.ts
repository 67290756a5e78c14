/** A calculation in the part of FHIRPath that forms use for sums, as a tree. */
export type Calculation =
  | { kind: 'number'; value: number }
  | { kind: 'answers'; linkId: string; isSum: boolean }
  | { kind: 'operation'; operator: '+' | '-' | '*' | '/'; left: Calculation; right: Calculation }

/**
 * Reads sums, differences, products and quotients of numbers and of `%resource.descendants().where(linkId='x').answer
 * .value`. Null for all other FHIRPath: the form says then that it is not calculated here.
 */
export function parseCalculation(source: string): Calculation | null {
  const tokens = tokensOf(source)
  if (tokens === null || tokens.length === 0) return null
  const reader = { tokens, at: 0 }
  const found = readSum(reader)
  return found !== null && reader.at === tokens.length ? found : null
}

type Token = { text: string; linkId?: string; isSum?: boolean }
type Reader = { readonly tokens: readonly Token[]; at: number }

const reference =
  /^(?:QuestionnaireResponse|%resource|%context)\.(?:descendants\(\)|repeat\(item\))\.where\(\s*linkId\s*=\s*'(?<linkId>[^']+)'\s*\)\.answer(?:\.value(?:Integer|Decimal|Quantity)?)+(?:\.ofType\((?:integer|decimal|Quantity)\))?(?<sum>\.sum\(\))?/u

function tokensOf(source: string): Token[] | null {
  const tokens: Token[] = []
  let rest = source.trim()
  while (rest !== '') {
    const named = reference.exec(rest)
    const text = named?.[0] ?? /^(?:\d+(?:\.\d+)?|[-+*/()])/u.exec(rest)?.[0]
    if (text === undefined) return null
    const linkId = named?.groups?.['linkId']
    const isSum = named?.groups?.['sum'] !== undefined
    tokens.push(linkId === undefined ? { text } : { text, linkId, isSum })
    rest = rest.slice(text.length).trimStart()
  }
  return tokens
}

function readSum(reader: Reader): Calculation | null {
  return readChain(reader, ['+', '-'], readProduct)
}

function readProduct(reader: Reader): Calculation | null {
  return readChain(reader, ['*', '/'], readTerm)
}

function readChain(
  reader: Reader,
  operators: readonly ('+' | '-' | '*' | '/')[],
  readPart: (reader: Reader) => Calculation | null,
): Calculation | null {
  let left = readPart(reader)
  while (left !== null) {
    const operator = operators.find((known) => known === reader.tokens[reader.at]?.text)
    if (operator === undefined) return left
    reader.at++
    const right = readPart(reader)
    left = right === null ? null : { kind: 'operation', operator, left, right }
  }
  return null
}

function readTerm(reader: Reader): Calculation | null {
  const token = reader.tokens[reader.at]
  if (token === undefined) return null
  reader.at++
  const { linkId, isSum = false } = token
  if (linkId !== undefined) return { kind: 'answers', linkId, isSum }
  if (token.text === '(') {
    const inside = readSum(reader)
    return reader.tokens[reader.at++]?.text === ')' ? inside : null
  }
  if (token.text === '-') {
    const right = readTerm(reader)
    if (right === null) return null
    return { kind: 'operation', operator: '-', left: { kind: 'number', value: 0 }, right }
  }
  return /^\d/u.test(token.text) ? { kind: 'number', value: Number(token.text) } : null
}

/** Calculates; null while an answer is missing, as FHIRPath has it, and for a division by nothing. */
export function calculate(
  calculation: Calculation,
  numbersOf: (linkId: string) => readonly number[],
): number | null {
  switch (calculation.kind) {
    case 'number':
      return calculation.value
    case 'answers': {
      const numbers = numbersOf(calculation.linkId)
      if (calculation.isSum) return numbers.length === 0 ? null : exactSum(numbers)
      // One value or none: FHIRPath does not add what a question was answered with in several places.
      return numbers.length === 1 ? (numbers[0] ?? null) : null
    }
    case 'operation': {
      const left = calculate(calculation.left, numbersOf)
      const right = calculate(calculation.right, numbersOf)
      return left === null || right === null ? null : operate(calculation.operator, left, right)
    }
  }
}

function operate(operator: '+' | '-' | '*' | '/', left: number, right: number): number | null {
  switch (operator) {
    case '+':
      return exactSum([left, right])
    case '-':
      return exactSum([left, -right])
    case '*':
      return rounded(left * right)
    case '/':
      return right === 0 ? null : rounded(left / right)
  }
}

/** Adds decimals as people do: 0,1 and 0,2 are 0,3. */
export function exactSum(numbers: readonly number[]): number {
  return rounded(numbers.reduce((sum, number) => sum + number, 0))
}

function rounded(number: number): number {
  return Number(number.toPrecision(12))
}
