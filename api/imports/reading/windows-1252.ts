/** What 0x80 to 0x9f stand for. */
const ownSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** A text that was decoded as windows-1252: some versions of Node take 0x80 to 0x9f for the control characters of ISO 8859-1. */
export function withItsOwnSigns(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (sign) => ownSigns[sign.charCodeAt(0) - 0x80]!)
}
