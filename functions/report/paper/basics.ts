import { type Block, cells, paragraph } from '#platform/documents/index.ts';
import type { Team } from '../staff.ts';
import type { TermReport } from '../term-report.ts';

function comparedWithLastTerm({ people, before }: Team): string {
  if (before === undefined) return '无可比数据';
  if (people === before) return '持平';
  return people > before ? `增加 ${people - before} 人` : `减少 ${before - people} 人`;
}

/** 一、基本情况: who works here, by team. Nothing without a staff list. */
export function basics(report: TermReport): readonly Block[] {
  const { teams, department } = report;
  if (teams.length === 0) return [];
  const people = teams.reduce((sum, team) => sum + team.people, 0);
  const leaders = teams.filter(({ leader }) => leader !== '').length;
  const before = teams.every((team) => team.before !== undefined)
    ? teams.reduce((sum, team) => sum + (team.before ?? 0), 0)
    : undefined;
  const change =
    before === undefined
      ? ''
      : people === before
        ? '，与上学期持平'
        : `，较上学期${people > before ? '增加' : '减少'} ${Math.abs(people - before)} 人`;
  return [
    paragraph(
      `${department}现有 ${teams.length} 个班组、${people} 人${change}。其中 ${leaders} 个班组设班长，实行班长负责制：检查发现的问题先交班长，由班长定人、定时间整改。各班组人数和职责见表1。`,
    ),
    {
      kind: 'table',
      caption: '表1　班组和人员',
      columns: [
        { title: '班组', width: 8 },
        { title: '人数', width: 6, align: 'centre' },
        { title: '班长', width: 9 },
        { title: '职责', width: 24 },
        { title: '较上学期', width: 10, align: 'centre' },
      ],
      lines: [
        ...teams.map((team) =>
          cells(
            team.name,
            team.people,
            team.leader || '—',
            team.duty || '—',
            comparedWithLastTerm(team),
          ),
        ),
        cells(
          '合计',
          people,
          '',
          '',
          before === undefined
            ? '无可比数据'
            : comparedWithLastTerm({ name: '', people, leader: '', duty: '', before }),
        ),
      ],
    },
  ];
}
