import { enterOutsideList } from '../api/filtration/outside/commands.ts'
import type { Registry } from '../db/open.ts'

const dayMs = 24 * 3_600_000

/** Devices that facts of the demonstration’s technologies name as being on the FDA’s list, with their numbers and days of decision. */
const devices: readonly [name: string, description: string][] = [
  ['ContaCT', 'De Novo DEN170073, 13 February 2018'],
  ['IDx-DR', 'De Novo DEN180001, 11 April 2018'],
  ['Persyst 14 EEG review and analysis software', '510(k) K182181, 29 November 2018'],
  ['APAS Independence with Urine Analysis Module', '510(k) K183648, 15 May 2019'],
  ['Caption Guidance', 'De Novo DEN190040, 7 February 2020'],
  ['Ethos adaptive radiotherapy system', '510(k) K192377, 10 February 2020'],
  ['Scopio X100 with full-field peripheral blood smear application', '510(k) K201301, 2 October 2020'],
  ['GI Genius', 'De Novo DEN200055, 9 April 2021'],
  ['Paige Prostate', 'De Novo DEN200080, 21 September 2021'],
  ['Hyperfine Swoop portable MR system', '510(k) K212456, 17 November 2021'],
  ['DermaSensor', 'De Novo DEN230008, 12 January 2024'],
  ['Samsung Sleep Apnea Feature', 'De Novo DEN230041, 6 February 2024'],
  ['Sepsis ImmunoScore', 'De Novo DEN230036, 2 April 2024'],
  ['EchoGo Heart Failure 2.0', '510(k) K240013, 23 September 2024'],
]

/** A list of a regulator, or a part of it, that nobody has gone through yet. */
export async function holdOutsideList(registry: Registry, scanner: string, now: Date): Promise<void> {
  const list = {
    name: 'Devices of the FDA’s AI list (a few, for the demonstration)',
    sourceTitle: 'Artificial intelligence-enabled medical devices, US Food and Drug Administration',
    sourceUrl:
      'https://www.fda.gov/medical-devices/software-medical-device-samd/artificial-intelligence-enabled-medical-devices',
    listedOn: null,
    items: devices.map(([name, description]) => ({ name, description })),
  }
  await enterOutsideList(registry, list, { account: scanner, at: new Date(now.getTime() - 6 * dayMs).toISOString() })
}
