import { availableParallelism } from 'node:os'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

// Absolute, because jest resolves a relative one against the wrong folder in projects.
const rootDir = dirname(dirname(fileURLToPath(import.meta.url)))

const common = {
  rootDir,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: { '\\.s?css$': '<rootDir>/tests/support/no-style.ts' },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
}

export default {
  rootDir,
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // For the browser's walks; in a project of its own jest ignores it.
  testTimeout: 240_000,
  workerIdleMemoryLimit: '512MB',
  projects: [
    {
      ...common,
      displayName: 'api',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/web/', '<rootDir>/tests/browser/'],
    },
    {
      ...common,
      displayName: 'web',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/tests/web/**/*.test.{ts,tsx}'],
      setupFilesAfterEnv: ['<rootDir>/tests/support/web-setup.ts'],
    },
    // Selected by itself and run in band by tests/run.mjs: two browsers at once are slower than one after the other.
    {
      ...common,
      displayName: 'browser',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/browser/**/*.test.ts'],
    },
  ],
}
