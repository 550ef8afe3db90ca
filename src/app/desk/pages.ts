import { areaPages } from '../../modules/area/web';
import { attendancePages, attendancePanels } from '../../modules/attendance/web';
import { calendarPages } from '../../modules/calendar/web';
import { checkPages, checkPanels } from '../../modules/checks/web';
import { childPages } from '../../modules/children/web';
import { groupPages, groupPanels } from '../../modules/groups/web';
import { leavePages, leavePanels } from '../../modules/leave/web';
import { matchingPages, type VerifyHref } from '../../modules/matching/web';
import { registerPages } from '../../modules/registers/web';
import { reportPages, reportPanels } from '../../modules/reports/web';
import { screeningPages, screeningPanels } from '../../modules/screening/web';
import { factSays, type OtherNumber, standingPages, standingPanels } from '../../modules/standing/web';
import { usualDays } from '../../modules/verification';
import { sendPlace, verificationPages, verificationPanels } from '../../modules/verification/web';
import { type DeskPage, opens } from '../../ui/desk/page';
import { hrefOf, place } from '../../ui/desk/place';
import type { Says } from '../../ui/shared/words';
import { accountPages } from '../accounts/web';
import { auditPages } from '../audit/web';

/** 工作台, where everybody arrives. */
const startPlace = place('/', {});

/** Children of a finding are sent out to be verified, where a school or a village can be asked about it. */
const verifyHref: VerifyHref = (finding) => {
  const asked = sendPlace.search.safeParse({ finding });
  return asked.success ? hrefOf(sendPlace, {}, asked.data) : undefined;
};

/** How long a unit has for a question, beside the numbers by which standings are judged. */
const answerDays: OtherNumber = {
  key: 'answer-days',
  name: { zh: '核查答复期限', en: 'Days to answer a question' },
  means: {
    zh: '下发核查时没有另定日期的，学校和乡镇几天内答复。',
    en: 'Where no other day is named when a question is sent.',
  },
  value: { zh: `${usualDays} 天`, en: `${usualDays} days` },
  whose: 'system',
  confirmed: false,
  source: { zh: '没有文件写明；下发时可以另定日期', en: 'No notice names one; another day can be set when sending' },
};

/** The words of the menu, in their order; one without a page that the user may see does not appear. At most seven. */
export const menuGroups: readonly { readonly key: string; readonly says: Says }[] = [
  { key: 'start', says: { zh: '工作台', en: 'Start' } },
  { key: 'roll', says: { zh: '全县点名', en: 'Roll call' } },
  { key: 'matching', says: { zh: '名册比对', en: 'Registers' } },
  { key: 'children', says: { zh: '学生', en: 'Children' } },
  { key: 'reports', says: { zh: '台账报表', en: 'Ledgers' } },
  { key: 'settings', says: { zh: '设置', en: 'Settings' } },
  { key: 'admin', says: { zh: '账号与审计', en: 'Accounts and audit' } },
];

/** Every desktop page: our own, then those of the modules, in the order of the street. */
export const pages: readonly DeskPage[] = [
  {
    key: 'start',
    place: startPlace,
    says: { zh: '工作台', en: 'Start' },
    permissions: [],
    menu: { group: 'start', order: 1 },
    component: opens(() => import('./start-page'), 'StartPage'),
  },
  ...areaPages,
  ...calendarPages,
  // What later modules know of a child: their panels, and their words for what they recorded.
  ...childPages({
    panels: [
      ...[...standingPanels, ...groupPanels, ...attendancePanels, ...leavePanels],
      ...[...checkPanels, ...verificationPanels, ...screeningPanels, ...reportPanels],
    ],
    factSays,
  }),
  ...registerPages,
  ...matchingPages({ verifyHref }),
  ...standingPages({ otherNumbers: [answerDays] }),
  ...accountPages,
  ...auditPages,
  ...verificationPages,
  ...groupPages,
  ...leavePages,
  ...attendancePages,
  ...checkPages,
  ...screeningPages,
  ...reportPages,
];
