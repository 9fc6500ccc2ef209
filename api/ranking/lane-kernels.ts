import {
  add,
  difference,
  get,
  type Kernel,
  load,
  loadTwice,
  loadWord,
  minus,
  moduleOf,
  over,
  plus,
  set,
  store,
  times,
  whileBelow,
  zeros,
} from './lane-code.ts'
import type { SparseRows } from './sparse-rows.ts'

/** How many draws are worked out side by side: the numbers of one effect or row for each of them stand beside one another. */
export const lanes = 8

const bytesOfLanes = lanes * 8
const offsets = [0, 16, 32, 48]

/** Row by row, sums of value · input over the row's entries. Sums are in the order of the entries, in every lane by itself. */
const multiply: Kernel = (() => {
  const [ends, endOfEnds, value, address, output, end, by] = [0, 1, 2, 3, 4, 5, 6]
  const totals = [7, 8, 9, 10]
  const entry = totals.map((total, i) =>
    set(total, plus(get(total), times(get(by), load(loadWord(get(address)), offsets[i]!)))),
  )
  return {
    name: 'multiply',
    parameters: 5,
    addresses: 1,
    pairs: 5,
    body: [
      whileBelow(
        get(ends),
        get(endOfEnds),
        set(end, loadWord(get(ends))),
        ...totals.map((total) => set(total, zeros)),
        whileBelow(
          get(value),
          get(end),
          set(by, loadTwice(get(value))),
          ...entry,
          set(value, add(get(value), 8)),
          set(address, add(get(address), 4)),
        ),
        ...totals.map((total, i) => store(get(output), offsets[i]!, get(total))),
        set(output, add(get(output), bytesOfLanes)),
        set(ends, add(get(ends), 4)),
      ),
    ],
  }
})()

/** Solves U x = z in place, from the last row up. `pivot` and `own` begin at the last row; `step` leads from pivot to pivot. */
const solve: Kernel = (() => {
  const [pivot, own, step, first, end, cell, other, by] = [0, 1, 2, 3, 4, 5, 6, 7]
  const rests = [8, 9, 10, 11]
  return {
    name: 'solve',
    parameters: 5,
    addresses: 2,
    pairs: 5,
    body: [
      whileBelow(
        get(first),
        add(get(own), 1),
        ...rests.map((rest, i) => set(rest, load(get(own), offsets[i]!))),
        set(cell, add(get(pivot), 8)),
        set(other, add(get(own), bytesOfLanes)),
        whileBelow(
          get(other),
          get(end),
          set(by, loadTwice(get(cell))),
          ...rests.map((rest, i) => set(rest, minus(get(rest), times(get(by), load(get(other), offsets[i]!))))),
          set(cell, add(get(cell), 8)),
          set(other, add(get(other), bytesOfLanes)),
        ),
        set(by, loadTwice(get(pivot))),
        ...rests.map((rest, i) => store(get(own), offsets[i]!, over(get(rest), get(by)))),
        set(pivot, difference(get(pivot), get(step))),
        set(own, add(get(own), -bytesOfLanes)),
      ),
    ],
  }
})()

const code = moduleOf([multiply, solve])

function kernelsOn(memory: WebAssembly.Memory) {
  return new WebAssembly.Instance(code, { lanes: { memory } }).exports as Record<string, (...at: number[]) => void>
}

/** Numbers one after another in a memory of their own. */
class Room {
  readonly memory: WebAssembly.Memory
  private used = 0

  constructor(bytes: number) {
    this.memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65_536) })
  }

  doubles(length: number): Float64Array {
    const view = new Float64Array(this.memory.buffer, this.used, length)
    this.used += view.byteLength
    return view
  }

  words(length: number): Uint32Array {
    const view = new Uint32Array(this.memory.buffer, this.used, length)
    this.used += Math.ceil(view.byteLength / 8) * 8
    return view
  }
}

/** Multiplies a sparse matrix by `input`, lanes beside one another, into `output`. WebAssembly does it several times as fast as a loop. */
export class LaneProduct {
  readonly input: Float64Array
  readonly output: Float64Array
  readonly run: () => void

  constructor({ start, column, value }: SparseRows, columns: number) {
    const rows = start.length - 1
    const room = new Room(8 * lanes * (columns + rows) + 16 * value.length + 4 * rows + 64)
    this.input = room.doubles(columns * lanes)
    this.output = room.doubles(rows * lanes)
    const values = room.doubles(value.length)
    const ends = room.words(rows)
    const addresses = room.words(column.length)
    values.set(value)
    for (let row = 0; row < rows; row++) ends[row] = values.byteOffset + 8 * start[row + 1]!
    for (let i = 0; i < column.length; i++) addresses[i] = this.input.byteOffset + column[i]! * bytesOfLanes
    const { multiply } = kernelsOn(room.memory)
    const parameters = [
      ends.byteOffset,
      ends.byteOffset + ends.byteLength,
      values.byteOffset,
      addresses.byteOffset,
      this.output.byteOffset,
    ]
    this.run = () => multiply!(...parameters)
  }
}

/** Solves U x = z in place, for an upper triangle of `size` rows, lanes beside one another in each row of z. */
export class LaneSolution {
  readonly z: Float64Array
  readonly run: () => void

  constructor(upper: Float64Array, size: number) {
    const room = new Room(8 * (size * size + (size + 1) * lanes))
    // So that what lies before the first row is an address, too.
    room.doubles(lanes)
    const triangle = room.doubles(size * size)
    this.z = room.doubles(size * lanes)
    triangle.set(upper)
    const end = this.z.byteOffset + this.z.byteLength
    const { solve } = kernelsOn(room.memory)
    const parameters = [
      triangle.byteOffset + triangle.byteLength - 8,
      end - bytesOfLanes,
      (size + 1) * 8,
      this.z.byteOffset,
      end,
    ]
    this.run = () => solve!(...parameters)
  }
}
