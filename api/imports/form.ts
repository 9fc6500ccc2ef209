/** The forms that a file may come in. */
export type Form = 'csv' | 'xlsx' | 'radar'
