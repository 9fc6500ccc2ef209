/** How a round may ask when a milestone will be reached. */
export const whens = [
  {
    value: 'band',
    label: 'A span of years',
    hint: 'One tap on one of four spans, such as 2029 to 2031. About 1 minute an item.',
  },
  {
    value: 'years',
    label: 'Three years',
    hint: 'How early, how late and a middle guess. More exact, and takes longer: about 2 minutes an item.',
  },
]
