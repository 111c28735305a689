import { assetsToCount, lastCampaign } from '../calculations/asset-counting.ts';
import { nameAt } from '../calculations/named-rows.ts';
import type { Finding } from '../finding.ts';
import { textAt } from '../row.ts';
import type { Rule } from '../rule.ts';
import { dayOf } from '../values.ts';
import { clip } from '../wording.ts';

/** Once the last count has had its days, every asset was seen or said to be missing. */
export const assetsLeftOut: Rule<'at' | 'campaign' | 'asset'> = {
  key: 'left-out',
  columns: ['at', 'campaign', 'asset'],
  reads: ['assets'],
  catches: { zh: '清查漏了校产', en: 'Assets left out of a count' },
  check: (register, rows, world) => {
    const campaign = lastCampaign(rows, world.settings.number('assetCounts.campaignDays'));
    if (!campaign || dayOf(world.now) <= campaign.until) return [];
    const left = assetsToCount(world, campaign.from).filter(
      (asset) => !campaign.counted.has(nameAt(asset, 'number')),
    );
    const [first] = left;
    if (!first) return [];
    const such = textAt(first, 'number');
    const finding: Finding = {
      register: register.key,
      rule: 'left-out',
      severity: 'must',
      about: campaign.name,
      message: {
        zh: `${clip(campaign.name, 8)}漏${left.length}件，如${clip(such, 8)}，请补点`,
        en: `${campaign.name}: ${left.length} left out, such as ${such}`,
      },
    };
    return [finding];
  },
};
