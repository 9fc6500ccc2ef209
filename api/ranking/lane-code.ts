/** The few instructions of WebAssembly that `lane-kernels.ts` is written in (WebAssembly Core Specification 2.0, binary format). */
type Code = readonly number[]

const i32 = 0x7f
const v128 = 0x7b
const noValue = 0x40

export const get = (local: number): Code => [0x20, local]
export const set = (local: number, ...value: readonly Code[]): Code => [...value.flat(), 0x21, local]
export const add = (a: Code, bytes: number): Code => [...a, 0x41, ...signed(bytes), 0x6a]
export const difference = (a: Code, b: Code): Code => [...a, ...b, 0x6b]
export const loadWord = (at: Code): Code => [...at, 0x28, 2, 0]

/** Numbers come two at a time. */
export const zeros: Code = [0xfd, 0x0c, ...new Array<number>(16).fill(0)]
export const load = (at: Code, offset: number): Code => [...at, 0xfd, 0x00, 3, offset]
export const loadTwice = (at: Code): Code => [...at, 0xfd, 0x0a, 3, 0]
export const store = (at: Code, offset: number, value: Code): Code => [...at, ...value, 0xfd, 0x0b, 3, offset]
export const plus = (a: Code, b: Code): Code => [...a, ...b, 0xfd, 0xf0, 1]
export const minus = (a: Code, b: Code): Code => [...a, ...b, 0xfd, 0xf1, 1]
export const times = (a: Code, b: Code): Code => [...a, ...b, 0xfd, 0xf2, 1]
export const over = (a: Code, b: Code): Code => [...a, ...b, 0xfd, 0xf3, 1]

/** Does it again as long as, before each time, the one address is below the other. */
export function whileBelow(a: Code, b: Code, ...body: readonly Code[]): Code {
  return [0x02, noValue, 0x03, noValue, ...a, ...b, 0x4f, 0x0d, 1, ...body.flat(), 0x0c, 0, 0x0b, 0x0b]
}

export interface Kernel {
  name: string
  /** Its parameters are addresses; then come as many locals of each kind. */
  parameters: number
  addresses: number
  pairs: number
  body: readonly Code[]
}

/** A module of these kernels on a memory that it is given as `lanes.memory`. */
export function moduleOf(kernels: readonly Kernel[]): WebAssembly.Module {
  const functionOf = ({ addresses, pairs, body }: Kernel) =>
    sized([2, addresses, i32, pairs, v128, ...body.flat(), 0x0b])
  const section = (id: number, items: readonly Code[]) => [id, ...sized([...unsigned(items.length), ...items.flat()])]
  const bytes = [
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(
      1,
      kernels.map(({ parameters }) => [0x60, parameters, ...new Array<number>(parameters).fill(i32), 0]),
    ),
    ...section(2, [[...text('lanes'), ...text('memory'), 2, 0, 0]]),
    ...section(
      3,
      kernels.map((_, number) => [number]),
    ),
    ...section(
      7,
      kernels.map(({ name }, number) => [...text(name), 0, number]),
    ),
    ...section(10, kernels.map(functionOf)),
  ]
  return new WebAssembly.Module(Uint8Array.from(bytes))
}

const sized = (code: Code): Code => [...unsigned(code.length), ...code]
const text = (ascii: string): Code => sized(Array.from(ascii, (letter) => letter.charCodeAt(0)))

/** LEB128: seven bits a byte, lowest first, the eighth says that more follow. */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)]
}

function signed(value: number): number[] {
  const rest = value >> 7
  const ends = (rest === 0 && (value & 64) === 0) || (rest === -1 && (value & 64) !== 0)
  return ends ? [value & 127] : [(value & 127) | 128, ...signed(rest)]
}
