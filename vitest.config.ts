import { configDefaults, defineConfig } from 'vitest/config'

const cluster = ['./server/testing/cluster.ts']
const exclude = [...configDefaults.exclude, '**/.akmasa/**']

/** `rooms`: beside the code, many at once. `journeys`: whole stories in a browser with a telephone, one at a time. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rooms',
          include: ['server', 'contracts', 'ops', 'ui', 'console', 'portal', 'bench'].map((dir) => `${dir}/**/*.test.{ts,tsx}`),
          exclude,
          globalSetup: cluster,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['journeys/**/*.test.ts'],
          exclude,
          globalSetup: cluster,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
})
