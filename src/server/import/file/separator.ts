export type Separator = ';' | ',' | '\t' | '|'
