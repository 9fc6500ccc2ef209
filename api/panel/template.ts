/** An empty list of people to invite, with an example that cannot be sent by mistake: its address is none. */
export function templateTable(specialisms: readonly { name: string }[]): string[][] {
  const example = specialisms.slice(0, 2).map(({ name }) => name)
  return [
    ['Name', 'Email address', 'Specialisms'],
    ['For example: Ada Scott (delete this row)', '', example.join('; ')],
  ]
}

/** For the second sheet: how the scan's specialisms are called. */
export function specialismsTable(specialisms: readonly { name: string }[]): string[][] {
  return [['Specialisms of this scan'], ...specialisms.map(({ name }) => [name])]
}
