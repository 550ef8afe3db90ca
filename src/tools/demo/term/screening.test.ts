import { describe, expect, it } from 'vitest';
import { type CampaignOptions, campaignsOf } from './screening';

const at = (userId: string, path: string) => ({ userId, path });
const options: CampaignOptions = {
  ...{ seed: 7, opened: '2025-03-03', today: '2025-03-10', officer: 'o' },
  principal: at('p', '211324/s1/'),
  village: at('v', '211324/211324104/211324104208/'),
  township: at('t', '211324/211324104/'),
};
const children = Array.from({ length: 400 }, (_, no) => `c${no}`);

describe('the campaigns of the made-up county', () => {
  it('are two that are over and three that run, and nothing in them happens after today', () => {
    const campaigns = campaignsOf(options);
    expect(campaigns.map(({ closed }) => closed === null)).toEqual([false, true, true, false, true]);
    const night = new Date('2025-03-10T00:00:00+08:00');
    for (const { started, closed, say, sign, finds, plan } of campaigns) {
      const path = plan.method === 'home' ? options.village.path : '211324/s1/k1/';
      const { confirmed, answers } = say({ path, children, schooled: new Set(children) });
      const moments = [
        started,
        ...(closed ? [closed] : []),
        sign('211324/s2/') ?? started,
        ...finds,
        ...finds.flatMap(({ settled }) => settled ?? []),
        ...(confirmed ? [confirmed] : []),
        ...answers.values(),
      ];
      expect(moments.filter((moment) => moment.at >= night)).toEqual([]);
      expect([...answers.values()].filter(({ foundDay }) => foundDay < plan.from || foundDay >= options.today)).toEqual([]);
    }
  });

  it('are the same for the same seed, and a class more changes nothing in another', () => {
    const words = () =>
      campaignsOf(options).map(({ say }) => say({ path: '211324/s1/k1/', children, schooled: new Set(children) }));
    const first = words();
    campaignsOf(options)[1]?.say({ path: '211324/s1/k2/', children, schooled: new Set() });
    expect(words()).toEqual(first);
  });

  it('visits say only of whom nobody doubts that they are in school', () => {
    const visits = campaignsOf(options)[2];
    const { answers } = visits?.say({ path: options.village.path, children, schooled: new Set(['c1', 'c2', 'c3']) }) ?? {};
    expect([...(answers?.keys() ?? [])].filter((id) => !['c1', 'c2', 'c3'].includes(id))).toEqual([]);
  });
});
