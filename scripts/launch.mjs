// Plain JavaScript that any Node since 12 can read: it says what is missing before TypeScript is met.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
const [program, ...rest] = process.argv.slice(2);

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `后勤需要 Node 22.18 或更新的版本，现在是 ${process.versions.node}。请先运行 npm ci，再用 npm run 启动。\n` +
      `Houqin needs Node 22.18 or newer; this is ${process.versions.node}. Run "npm ci" first and start through "npm run", which uses the Node it brings.`,
  );
  process.exit(1);
}
if (!program || !existsSync(program)) {
  console.error(`launch: no such program: ${program ?? '(none given)'}`);
  process.exit(1);
}
process.argv = [process.argv[0], resolve(program), ...rest];
await import(pathToFileURL(resolve(program)).href);
