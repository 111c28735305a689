import { defineConfig } from 'vitest/config';

/** What mutation testing runs: the rules and the registers, without servers, browsers and files. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/sheets-schema/rules/*.test.ts', 'test/sheets-schema/registers/**/*.test.ts'],
  },
});
