/**
 * The Norwegian words that lists of record systems answer with, as far as the import understands them. The first five
 * are compared folded (`foldText`), the others in small letters.
 */
export const listWords = {
  yes: ['ja', 'j', 'x', '1', 'yes', 'y', 'true', 'sant', 'alene', 'bor alene'],
  no: ['nei', 'n', '0', 'no', 'false', 'usant', 'ingen'],
  /** What stands in a cell that is filled in only to say that there is nothing. */
  nothing: ['ingen', 'ingen kjente', 'ingen kjent', 'nei', 'ikke kjent', 'ikke oppgitt', 'ukjent'],
  /** A status that asks nobody to look. */
  active: ['aktiv', 'aktiv bruker', 'aktive', 'a', 'iverksatt', 'ja', 'x'],
  /** How an address that is not protected is marked. */
  unprotected: ['ugradert', 'åpen', 'normal', 'ikke skjermet', 'ikke gradert'],
  alone: ['alene', 'aleine', 'aleneboende', 'enslig'],
  /** Words that say that somebody lives with others, besides those of `relations`. */
  company: [
    'med',
    'sammen',
    'gift',
    'familie',
    'familien',
    'barn',
    'bofellesskap',
    'ektefellen',
    'mannen',
    'kona',
    'samboeren',
    'datteren',
    'sønnen',
  ],
  /** The first three letters of each month. */
  months: ['jan', 'feb', 'mar', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'des'],
  /** How somebody is related to a patient. */
  relations: [
    'datter',
    'sønn',
    'ektefelle',
    'ektemann',
    'mann',
    'kone',
    'samboer',
    'partner',
    'bror',
    'søster',
    'mor',
    'far',
    'svigerdatter',
    'svigersønn',
    'barnebarn',
    'niese',
    'nevø',
    'tante',
    'onkel',
    'fetter',
    'kusine',
    'nabo',
    'venn',
    'venninne',
    'verge',
    'foreldre',
    'søsken',
    'steforeldre',
    'kjæreste',
  ],
} as const satisfies Record<string, readonly string[]>

/** What an alarm is called that a list tells of by its operator alone. */
export const listedAlarm = 'Trygghetsalarm'
