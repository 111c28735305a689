import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleFunctions, deployedFunctions } from './bundle/bundle-functions.ts';

const { values, positionals } = parseArgs({
  options: { out: { type: 'string', default: 'dist' } },
  allowPositionals: true,
});

const unknown = positionals.filter((name) => !deployedFunctions.some((known) => known === name));
if (unknown.length > 0) {
  console.error(
    `没有这个函数：${unknown.join('、')}。可选：${deployedFunctions.join('、')}\n` +
      `No such function: ${unknown.join(', ')}. There are: ${deployedFunctions.join(', ')}`,
  );
  process.exit(2);
}
const wanted = deployedFunctions.filter(
  (name) => positionals.length === 0 || positionals.includes(name),
);

const bundles = await bundleFunctions({ outFolder: values.out, functions: wanted });
console.log('函数 function   启动时读取 at start    用到时读取 later   文件夹 folder');
for (const { name, folder, atStart, later } of bundles)
  console.log(
    `${name.padEnd(15)} ${kilobytes(atStart.bytes)} ${kilobytes(later.bytes)}   ${relative('.', folder)}`,
  );

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1024).toLocaleString('en')} KB`.padStart(18);
}
