// Run by `npm run lock` after a change of dependencies. Where only this platform's packages can be looked up, npm leaves
// those of other platforms out of the lockfile and `npm ci` then refuses it; this writes the missing entries in.
import { readFileSync, writeFileSync } from 'node:fs'

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const packages = lock.packages
const osInName = /[-/](android|darwin|linux|win32|freebsd|openharmony|openbsd|netbsd|sunos|aix)(-|$)/
const cpuInName = /-(arm64|x64|ia32|ppc64|s390x|riscv64|loong64|arm)/

for (const meta of Object.values(packages)) {
  for (const [name, version] of Object.entries(meta.optionalDependencies ?? {})) {
    const at = `node_modules/${name}`
    const os = osInName.exec(name)?.[1]
    const cpu = cpuInName.exec(name)?.[1]
    const known = Object.keys(packages).some((path) => path === at || path.endsWith(`/${at}`))
    if (known || !os || !cpu) continue
    packages[at] = {
      version,
      cpu: [cpu],
      ...(meta.dev && { dev: true }),
      ...(name.includes('musl') ? { libc: ['musl'] } : os === 'linux' && { libc: ['glibc'] }),
      optional: true,
      os: [os],
    }
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
