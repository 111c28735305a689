import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';
import * as z from 'zod';

/** As much of a node of the syntax tree as is looked at. */
const place = z.object({
  node: z.discriminatedUnion('type', [
    z.object({
      type: z.literal('ObjectProperty'),
      key: z.object({ type: z.literal('Identifier'), name: z.string() }),
    }),
    z.object({
      type: z.literal('VariableDeclarator'),
      id: z.object({ type: z.literal('Identifier'), name: z.string() }),
    }),
  ]),
});

const declarations = new Set(['key', 'columns', 'reads', 'catches']);

/**
 * Leaves alone what a rule says of itself when it is made: its key, the columns and registers that it reads, and what
 * it catches, in words; and the English half of sentences. That is no condition: the test of every register holds the
 * names against its columns and the words against both languages.
 */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'declared-once', {
    shouldIgnore: (path) => {
      const { data } = place.safeParse(path);
      if (data === undefined) return undefined;
      const { node } = data;
      const name = node.type === 'ObjectProperty' ? node.key.name : node.id.name;
      if (declarations.has(name)) return 'declared once, when the register is loaded';
      return name === 'en' ? 'the English half of a sentence' : undefined;
    },
  }),
];
