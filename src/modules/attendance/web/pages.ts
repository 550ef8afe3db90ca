import { type DeskPage, opens } from '../../../ui/desk/page';
import {
  absencesPlace,
  classMonthPlace,
  dayPlace,
  importPlace,
  patternsPlace,
  reportPlace,
  reportsPlace,
  undonePlace,
  writeReportPlace,
} from './places';

const reads = ['attendance.reports'];

/** The desktop pages of this module. */
export const attendancePages: readonly DeskPage[] = [
  {
    key: 'attendance',
    place: dayPlace,
    says: { zh: '今天到校', en: 'Here today' },
    permissions: ['attendance.see'],
    menu: { group: 'roll', order: 20 },
    component: opens(() => import('./day-page'), 'DayPage'),
  },
  {
    key: 'absences',
    place: absencesPlace,
    says: { zh: '没来的孩子', en: 'Who is away' },
    permissions: ['attendance.see'],
    menu: { group: 'roll', order: 30 },
    component: opens(() => import('./absences-page'), 'AbsencesPage'),
  },
  {
    key: 'class-month',
    place: classMonthPlace,
    says: { zh: '班级考勤表', en: 'A month of a class' },
    permissions: ['attendance.see'],
    component: opens(() => import('./month-page'), 'MonthPage'),
  },
  {
    key: 'marks-import',
    place: importPlace,
    says: { zh: '导入考勤', en: 'Take a sheet of marks' },
    permissions: ['attendance.take'],
    component: opens(() => import('./import-page'), 'ImportPage'),
  },
  {
    key: 'patterns',
    place: patternsPlace,
    says: { zh: '值得留意', en: 'Worth a look' },
    permissions: ['attendance.see'],
    menu: { group: 'roll', order: 32 },
    component: opens(() => import('./patterns-page'), 'PatternsPage'),
  },
  {
    key: 'absence-reports',
    place: reportsPlace,
    says: { zh: '缺课报告', en: 'Absence reports' },
    permissions: reads,
    menu: { group: 'roll', order: 31 },
    component: opens(() => import('./reports-page'), 'ReportsPage'),
  },
  {
    key: 'absence-report',
    place: reportPlace,
    says: { zh: '一份缺课报告', en: 'A report' },
    permissions: reads,
    component: opens(() => import('./report-page'), 'ReportPage'),
  },
  {
    key: 'write-absence-report',
    place: writeReportPlace,
    says: { zh: '写缺课报告', en: 'Write a report' },
    permissions: ['attendance.report'],
    component: opens(() => import('./write-report-page'), 'WriteReportPage'),
  },
  {
    key: 'undone-absences',
    place: undonePlace,
    says: { zh: '改过的缺课', en: 'Absences taken back' },
    permissions: ['attendance.see'],
    component: opens(() => import('./undone-page'), 'UndonePage'),
  },
];
