/** What people call a browser, by what its name for itself holds; the first that fits, since most claim to be others too. */
const browsers: [RegExp, string][] = [
  [/\bEdgA?(iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const devices: [RegExp, string][] = [
  [/\biPhone\b/, 'an iPhone'],
  [/\biPad\b/, 'an iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'a Chromebook'],
  [/\bWindows\b/, 'Windows'],
  [/\bMacintosh\b/, 'a Mac'],
  [/\bLinux\b/, 'Linux'],
]

/**
 * What a program says of itself (`User-Agent`), in plain words: "Chrome on Windows". Of a program that is no known browser its own name, and ''
 * where it says nothing. It is the program's own word, and proves nothing.
 */
export function programOf(client: string): string {
  const browser = firstOf(browsers, client)
  const device = firstOf(devices, client)
  if (browser && device) return `${browser} on ${device}`
  return browser ?? device ?? /^[\w.-]{1,40}/.exec(client)?.[0] ?? ''
}

function firstOf(names: [RegExp, string][], client: string): string | undefined {
  return names.find(([sign]) => sign.test(client))?.[1]
}
