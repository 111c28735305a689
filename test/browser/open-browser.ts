/** The browser of tests is the one that prints: with Chinese glyphs, and with the content policy on. */
export { openBrowser } from '#scripts/print/open-browser.ts';
