import { lazy } from 'react';
import { type DeskPage, opens, type StartCard } from '../../../ui/desk/page';
import type { ChildPanel } from '../../children/web/index';
import { campaignPlace, campaignsPlace, findsPlace, samplesPlace, startPlace, targetsPlace } from './places';

const seeing = ['screening.see'];

/** The desktop pages of this module. */
export const screeningPages: readonly DeskPage[] = [
  {
    key: 'screening',
    place: campaignsPlace,
    says: { zh: '排查', en: 'Screening' },
    permissions: seeing,
    menu: { group: 'roll', order: 50 },
    component: opens(() => import('./campaigns-page'), 'CampaignsPage'),
  },
  {
    key: 'screening-start',
    place: startPlace,
    says: { zh: '发起排查', en: 'Start a campaign' },
    permissions: ['screening.run'],
    component: opens(() => import('./start-page'), 'StartPage'),
  },
  {
    key: 'screening-campaign',
    place: campaignPlace,
    says: { zh: '排查进度', en: 'How a campaign stands' },
    permissions: seeing,
    component: opens(() => import('./campaign-page'), 'CampaignPage'),
  },
  {
    key: 'screening-children',
    place: targetsPlace,
    says: { zh: '排查名单', en: 'Children of a campaign' },
    permissions: seeing,
    component: opens(() => import('./targets-page'), 'TargetsPage'),
  },
  {
    key: 'screening-finds',
    place: findsPlace,
    says: { zh: '名册外的孩子', en: 'Children on no list' },
    permissions: seeing,
    component: opens(() => import('./finds-page'), 'FindsPage'),
  },
  {
    key: 'screening-samples',
    place: samplesPlace,
    says: { zh: '抽查', en: 'Samples' },
    permissions: ['screening.decide'],
    component: opens(() => import('./samples-page'), 'SamplesPage'),
  },
];

/** What waits in campaigns, on the start page. */
export const screeningCards: readonly StartCard[] = [
  { key: 'screening', order: 40, permissions: seeing, component: opens(() => import('./start-card'), 'ScreeningCard') },
];

/** What campaigns have said of a child, on its page. */
export const screeningPanels: readonly ChildPanel[] = [
  {
    key: 'screening',
    order: 30,
    permissions: seeing,
    component: lazy(async () => ({ default: (await import('./child-panel')).ScreeningPanel })),
  },
];
