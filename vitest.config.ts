import { defineConfig } from 'vitest/config'
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'rooms', include: ['server/**/*.test.ts', 'contracts/**/*.test.ts', 'ops/**/*.test.ts', 'ui/**/*.test.ts', 'console/**/*.test.ts'], exclude: ['**/node_modules/**'], globalSetup: ['server/testing/cluster.ts'], testTimeout: 30_000, hookTimeout: 60_000 } },
      { test: { name: 'journeys', include: ['journeys/**/*.test.ts'], exclude: ['**/node_modules/**'], globalSetup: ['server/testing/cluster.ts'], fileParallelism: false, testTimeout: 240_000, hookTimeout: 240_000 } },
    ],
  },
})
