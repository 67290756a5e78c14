/** Why a code is refused. `text/nb/` words each kind. */
export type CodeRefusal =
  | { kind: 'codeTooShort'; minDigits: number }
  /** One digit or one pattern, repeated. */
  | { kind: 'codeRepeats' }
  /** Digits that count up or down. */
  | { kind: 'codeCounts' }
  | { kind: 'codeTooFewWords'; minWords: number; minLetters: number }

const minDigits = 6
const minWords = 3
const minLetters = 12

/** Null when the code is good enough: six digits or more, or three words of twelve letters together. */
export function refusalOfCode(code: string): CodeRefusal | null {
  const typed = normalCode(code)
  return /^\d*$/.test(typed) ? refusalOfDigits(typed) : refusalOfWords(typed)
}

/** The form of a code that is hashed, so that the same code from another keyboard gives the same hash. */
export function normalCode(code: string): string {
  const typed = code.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')
  return /^[\d ]*$/.test(typed) ? typed.replaceAll(' ', '') : typed
}

function refusalOfDigits(digits: string): CodeRefusal | null {
  if (digits.length < minDigits) return { kind: 'codeTooShort', minDigits }
  if (repeats(digits)) return { kind: 'codeRepeats' }
  if (counts(digits, 1) || counts(digits, 9)) return { kind: 'codeCounts' }
  return null
}

function refusalOfWords(words: string): CodeRefusal | null {
  const letters = words.replaceAll(' ', '')
  if (words.split(' ').length < minWords || letters.length < minLetters) {
    return { kind: 'codeTooFewWords', minWords, minLetters }
  }
  return repeats(letters) ? { kind: 'codeRepeats' } : null
}

/** Whether a pattern of up to half the length is repeated: 111111, 121212, 123123. */
function repeats(text: string): boolean {
  for (let period = 1; period <= text.length / 2; period++) {
    if (text === text.slice(0, period).repeat(text.length).slice(0, text.length)) return true
  }
  return false
}

/** Whether each digit is the one before it plus `step`; after 9 comes 0. */
function counts(digits: string, step: number): boolean {
  return Array.from(digits).every(
    (digit, at) => at === 0 || Number(digit) === (Number(digits[at - 1]) + step) % 10,
  )
}
