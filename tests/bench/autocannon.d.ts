/** What the bench uses of autocannon, which brings no types. */
declare module 'autocannon' {
  interface Options {
    url: string
    connections: number
    duration: number
    headers?: Record<string, string>
    requests: { path: string }[]
  }
  interface Result {
    requests: { total: number }
    /** Seconds. */
    duration: number
    '2xx': number
    errors: number
    non2xx: number
  }
  export default function autocannon(options: Options): Promise<Result>
}
