import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '#scripts/bundle/project-folder.ts';

const commands = ['audit', 'import', 'links', 'registers', 'restore', 'setup', 'simulate'];

function run(command: string, ...args: readonly string[]) {
  const program = ['scripts/launch.mjs', `scripts/${command}.ts`, ...args];
  return spawnSync(process.execPath, program, { cwd: projectFolder, encoding: 'utf8' });
}

describe('a command', () => {
  it.each(commands)('%s says how it is used when it does not understand', (command) => {
    const { status, stderr } = run(command, '--mistyped');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^看不懂 Not understood: Unknown option '--mistyped'/);
    expect(stderr).toContain(`Usage: npm run ${command}`);
    expect(stderr).not.toContain('    at ');
  });

  it.each(commands)('%s says how it is used when it is asked', (command) => {
    const { status, stdout, stderr } = run(command, '--help');
    expect(status).toBe(0);
    expect(stdout + stderr).toContain(`Usage: npm run ${command}`);
  });
});
