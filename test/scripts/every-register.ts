/** Bundled by a test, as a function would that uses the list of registers. */
export { registers } from '#schema/registers/index.ts';
