import { describe, expect, test } from 'vitest';
import { hosts } from '#schema/registers/gate/hosts.ts';
import { measured, says } from '../../said.ts';

describe('被访人名单', () => {
  test('each host once; those no longer in use do not count', () => {
    const rows = [{ name: '后勤处' }, { name: '教务处', stopped: true }, { name: '后勤处 ' }];
    expect(says(hosts, 'unique-name', rows).map(([place]) => place)).toEqual([2]);
    expect(measured(hosts, 'hosts', rows)).toBe(2);
  });
});
