import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    // Nothing keeps state in a module, so test files may share what is loaded.
    pool: 'threads',
    isolate: false,
    // What a browser shows is waited for, also on a machine that is busy with other things.
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 120_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'product',
          include: ['test/**/*.test.ts'],
          exclude: ['test/long/**', 'test/verify-google/**'],
        },
      },
      {
        extends: true,
        test: { name: 'long', include: ['test/long/**/*.test.ts'], testTimeout: 3_600_000 },
      },
      {
        extends: true,
        test: { name: 'verify-google', include: ['test/verify-google/**/*.test.ts'] },
      },
    ],
  },
});
