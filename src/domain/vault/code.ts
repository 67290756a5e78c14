/** Why a code is not taken. `text/nb/` words each kind. */
export type CodeRefusal =
  | { kind: 'codeTooShort'; leastDigits: number }
  /** One digit or one pattern over and over. */
  | { kind: 'codeRepeats' }
  /** Digits that count up or down. */
  | { kind: 'codeCounts' }
  | { kind: 'codeTooFewWords'; leastWords: number; leastLetters: number }

const leastDigits = 6
const leastWords = 3
const leastLetters = 12

/** Null when the code is good enough: six digits or more, or three words of twelve letters together. */
export function refusalOfCode(code: string): CodeRefusal | null {
  const typed = normalCode(code)
  return /^\d*$/.test(typed) ? refusalOfDigits(typed) : refusalOfWords(typed)
}

/** What is hashed: the same code typed on another keyboard is the same code. */
export function normalCode(code: string): string {
  const typed = code.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')
  return /^[\d ]*$/.test(typed) ? typed.replaceAll(' ', '') : typed
}

function refusalOfDigits(digits: string): CodeRefusal | null {
  if (digits.length < leastDigits) return { kind: 'codeTooShort', leastDigits }
  if (repeats(digits)) return { kind: 'codeRepeats' }
  if (counts(digits, 1) || counts(digits, 9)) return { kind: 'codeCounts' }
  return null
}

function refusalOfWords(words: string): CodeRefusal | null {
  const letters = words.replaceAll(' ', '')
  if (words.split(' ').length < leastWords || letters.length < leastLetters) {
    return { kind: 'codeTooFewWords', leastWords, leastLetters }
  }
  return repeats(letters) ? { kind: 'codeRepeats' } : null
}

/** A pattern of up to half the length, over and over: 111111, 121212, 123123. */
function repeats(text: string): boolean {
  for (let period = 1; period <= text.length / 2; period++) {
    if (text === text.slice(0, period).repeat(text.length).slice(0, text.length)) return true
  }
  return false
}

/** Each digit is the one before it plus `step`, past 9 round to 0. */
function counts(digits: string, step: number): boolean {
  return Array.from(digits).every(
    (digit, at) => at === 0 || Number(digit) === (Number(digits[at - 1]) + step) % 10,
  )
}
