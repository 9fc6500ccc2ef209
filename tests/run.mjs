// What `npm test` runs after the set-up: types, lint, rules and API, pages, and a real browser. Plain Node. Each step runs
// whatever became of the one before, and anything that did not pass counts as failed: a test that was skipped, too.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const results = mkdtempSync(join(tmpdir(), 'offing-tests-'))
/** Where the run's tests share what takes long to fill; and that threads run what was just built. */
const env = { ...process.env, OFFING_TEST_TEMPLATES: join(results, 'templates'), OFFING_THREADS: 'built' }

const outcomes = [
  check('Types', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']),
  check('Lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']),
  test('Rules, API and pages', ['--selectProjects', 'api', 'web']),
  test('A real browser', ['--selectProjects', 'browser', '--runInBand']),
]

rmSync(results, { recursive: true, force: true })
const passed = sum(outcomes.map((outcome) => outcome.passed))
const failed = sum(outcomes.map((outcome) => outcome.failed))
console.log('')
for (const { name, seconds, ...counts } of outcomes)
  console.log(
    `${counts.failed ? 'FAILED' : 'passed'}  ${name}: ${counts.passed} passed, ${counts.failed} failed, ${seconds} s`,
  )
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

function check(name, args) {
  const { status, seconds } = run(name, args)
  return { name, seconds, passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 }
}

function test(name, args) {
  const file = join(results, `${name}.json`)
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js']
  const options = ['-c', 'tests/jest.config.mjs', '--ci', '--json', '--outputFile', file]
  const { status, seconds } = run(name, [...jest, ...options, ...args])
  const { passed, failed } = countsOf(file)
  return { name, seconds, passed, failed: status === 0 ? failed : Math.max(1, failed) }
}

/** A file that could not even be loaded has no tests to count, and is a failure all the same. */
function countsOf(file) {
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'))
    const skipped = result.numPendingTests + result.numTodoTests
    if (skipped > 0) console.log(`${skipped} skipped tests count as failed.`)
    return { passed: result.numPassedTests, failed: result.numFailedTests + result.numRuntimeErrorTestSuites + skipped }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

function run(name, args) {
  console.log(`\n${name} …`)
  const begun = Date.now()
  const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
  const seconds = Math.round((Date.now() - begun) / 100) / 10
  console.log(`${name}: ${status === 0 ? 'done' : 'FAILED'} in ${seconds} s`)
  return { status, seconds }
}

function sum(numbers) {
  return numbers.reduce((a, b) => a + b, 0)
}
