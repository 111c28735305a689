import { parseArgs } from 'node:util';
import { benches } from './benches.ts';
import { inColumns } from './columns.ts';

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [name, ...more] = positionals;
const bench = more.length === 0 ? benches.find((candidate) => candidate.name === name) : undefined;

if (!bench) {
  console.error(
    `用法 Usage: npm run bench -- NAME\n             npm run --silent bench -- NAME --json\n\n${inColumns(
      benches.map(({ name, about }) => [name, about]),
    )}`,
  );
  process.exit(2);
}

const { figures, table, notes = [] } = await bench.run();
if (values.json) console.log(JSON.stringify(figures));
else console.log([bench.about, '', inColumns(table), '', ...notes].join('\n').trimEnd());
